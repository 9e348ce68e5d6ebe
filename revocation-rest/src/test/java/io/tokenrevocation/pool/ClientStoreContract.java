package io.tokenrevocation.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ClientStore} keeps. */
public abstract class ClientStoreContract {

  private static final Instant CREATED = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final ClientSettings PLAIN = ClientSettings.registered(Set.of());

  private static final AuditAct ADDED =
      AuditAct.ofClient(AuditAction.CLIENT_CREATED, "pool", "client", Note.by("test"));

  private final String pool = "eu-west-1_" + UUID.randomUUID().toString().replace("-", "");
  private final String id = UUID.randomUUID().toString().replace('-', '_');

  /** Returns the store to test; other tests may have written to it. */
  protected abstract ClientStore store();

  /** Returns the store of the pools that clients are of. */
  protected abstract PoolStore pools();

  @BeforeEach
  void ensurePool() {
    pools().ensure(new UserPool(pool, "https://authority.example/" + pool));
  }

  @Test
  void keepsAllOfAClient() {
    var settings =
        new ClientSettings(
            EnumSet.allOf(AuthFlow.class),
            false,
            new TokenValidity(Duration.ofMinutes(5), Duration.ofHours(2), Duration.ofDays(3650)),
            Duration.ofSeconds(60),
            true,
            "{\"text\":\"" + "ü".repeat(250_000) + "\"}");
    var client = new AppClient(id, pool, "n".repeat(128), "sealed", settings, CREATED, CREATED);
    assertThat(store().add(client, ADDED)).isTrue();
    assertThat(store().find(id)).contains(client);
  }

  @Test
  void findsNoneOfAnIdThatCannotBeKept() {
    assertThat(store().find(id + "\0")).isEmpty();
  }

  @Test
  void addsNoSecondClientOfAnId() {
    store().add(client(id), ADDED);
    assertThat(store().add(new AppClient(id, pool, "other", null, PLAIN, CREATED, CREATED), ADDED))
        .isFalse();
    assertThat(store().find(id)).contains(client(id));
  }

  @Test
  void keepsWhatChangesInItsLife() {
    store().add(client(id), ADDED);
    var settings =
        new ClientSettings(
            Set.of(AuthFlow.CUSTOM),
            false,
            new TokenValidity(Duration.ofMinutes(5), Duration.ofMinutes(6), Duration.ofHours(1)),
            Duration.ZERO,
            true,
            "{}");
    var changed = client(id).changed("new name", settings, CREATED.plusSeconds(1));
    assertThat(store().update(pool, id, client -> changed, ADDED)).contains(changed);
    assertThat(store().find(id)).contains(changed);
  }

  @Test
  void changesNoClientOfAnotherPool() {
    store().add(client(id), ADDED);
    assertThat(store().update("eu-west-1_Other", id, client -> client, ADDED)).isEmpty();
    assertThat(store().find(id)).contains(client(id));
  }

  @Test
  void losesNoneOfManyChangesAtOnce() {
    store().add(new AppClient(id, pool, "0", null, PLAIN, CREATED, CREATED), ADDED);
    var changes =
        IntStream.range(0, 40)
            .mapToObj(each -> CompletableFuture.runAsync(() -> countOneUp(), TestThreads::start))
            .toList();
    changes.forEach(CompletableFuture::join);
    assertThat(store().find(id).orElseThrow().name()).isEqualTo("40");
  }

  private void countOneUp() {
    store()
        .update(
            pool,
            id,
            client ->
                client.changed(
                    Integer.toString(Integer.parseInt(client.name()) + 1), PLAIN, CREATED),
            ADDED);
  }

  @Test
  void listsClientsOfThePoolAfterAnId() {
    for (var name : new String[] {"c", "a", "e", "b"}) {
      store().add(client(id + name), ADDED);
    }
    pools().ensure(new UserPool(pool + "x", "https://authority.example/other/" + pool));
    store()
        .add(new AppClient(id + "aa", pool + "x", "other", null, PLAIN, CREATED, CREATED), ADDED);
    assertThat(ids("", 2)).containsExactly(id + "a", id + "b");
    assertThat(ids(id + "b", 2)).containsExactly(id + "c", id + "e");
    assertThat(ids(id + "d", 2)).containsExactly(id + "e");
    assertThat(ids(id + "e", 2)).isEmpty();
  }

  @Test
  void readsAClock() {
    var first = store().now();
    assertThat(store().now()).isAfterOrEqualTo(first);
  }

  private List<String> ids(String after, int limit) {
    return store().list(pool, after, limit).stream().map(AppClient::id).toList();
  }

  private AppClient client(String clientId) {
    return new AppClient(clientId, pool, "name", null, PLAIN, CREATED, CREATED);
  }
}
