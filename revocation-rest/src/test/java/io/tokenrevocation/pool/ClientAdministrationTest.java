package io.tokenrevocation.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.mint.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAdministrationTest {

  private static final TestDatabase DATABASE = TestDatabase.open();
  private static final String SECRET = "a_client_secret_of_27_chars";
  private static final ClientSettings FIRST = settings(Set.of(AuthFlow.REFRESH_TOKEN), "first");
  private static final ClientSettings SECOND = settings(Set.of(), "second");

  private static final Note NOTE = Note.by("test");

  private final Vault vault = new Vault(new byte[Vault.KEY_LENGTH]);
  private final AppClients clients = new AppClients(DATABASE.clients(), vault);
  private final ClientAdministration administration =
      new ClientAdministration(
          clients,
          DATABASE.clients(),
          vault,
          new AuditTrail(DATABASE.audit(), vault, System::nanoTime));
  private final String pool = newPool();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static ClientSettings settings(Set<AuthFlow> flows, String asGiven) {
    return new ClientSettings(flows, true, TokenValidity.DEFAULT, null, true, asGiven);
  }

  private static String newPool() {
    var id = "eu-west-1_" + UUID.randomUUID().toString().replace("-", "");
    DATABASE.pools().ensure(new UserPool(id, "https://authority.example/" + id));
    return id;
  }

  private static void remove(String clientId) {
    DATABASE
        .sessions()
        .inTransaction(
            transaction -> {
              transaction.removeClient(clientId);
              return true;
            });
  }

  @Nested
  class Creates {

    @Test
    void aClientWithAnIdLikeCognitos() {
      var created = administration.create(pool, "a name", null, FIRST, NOTE);
      assertThat(created.id()).matches("[0-9a-v]{26}");
      assertThat(administration.find(pool, created.id())).contains(created);
      assertThat(created.isConfidential()).isFalse();
      assertThat(created.createdAt()).isEqualTo(created.modifiedAt());
    }

    @Test
    void anotherOneOfTheSameName() {
      assertThat(administration.create(pool, "a name", null, FIRST, NOTE).id())
          .isNotEqualTo(administration.create(pool, "a name", null, FIRST, NOTE).id());
    }

    @Test
    void aClientWithASecretThatItsAdministratorCanReadAgain() {
      var created = administration.create(pool, "a name", SECRET, FIRST, NOTE);
      assertThat(clients.secretOf(created)).contains(SECRET);
      assertThat(clients.authenticates(created, SECRET)).isTrue();
      assertThat(created.toString()).doesNotContain(SECRET);
    }

    @Test
    void secretsLikeCognitos() {
      assertThat(administration.newSecret())
          .matches("[0-9a-v]{52}")
          .isNotEqualTo(administration.newSecret());
    }

    @Test
    void noClientOfAPoolThatThereIsNot() {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(
              () -> administration.create("us-east-1_Nowhere", "a name", null, FIRST, NOTE));
    }
  }

  @Nested
  class Updates {

    @Test
    void allSettingsAndNeitherNameNorSecret() {
      var created = administration.create(pool, "a name", SECRET, FIRST, NOTE);
      var updated = administration.update(pool, created.id(), null, SECOND, NOTE).orElseThrow();
      assertThat(updated.settings()).isEqualTo(SECOND);
      assertThat(updated.name()).isEqualTo("a name");
      assertThat(clients.secretOf(updated)).contains(SECRET);
      assertThat(updated.createdAt()).isEqualTo(created.createdAt());
      assertThat(updated.modifiedAt()).isAfterOrEqualTo(created.modifiedAt());
      assertThat(administration.find(pool, created.id())).contains(updated);
    }

    @Test
    void theNameWhenThereIsANewOne() {
      var created = administration.create(pool, "a name", null, FIRST, NOTE);
      assertThat(
              administration
                  .update(pool, created.id(), "another", FIRST, NOTE)
                  .orElseThrow()
                  .name())
          .isEqualTo("another");
    }

    @Test
    void noClientOfAnotherPool() {
      var created = administration.create(pool, "a name", null, FIRST, NOTE);
      assertThat(administration.update(newPool(), created.id(), null, SECOND, NOTE)).isEmpty();
      assertThat(administration.find(pool, created.id())).contains(created);
    }
  }

  @Nested
  class Lists {

    @Test
    void everyClientOnceWhateverTheSizeOfAPage() {
      var ids = create(7);
      for (var limit : new int[] {1, 3, 6, 7, 8, 60}) {
        assertThat(idsByPages(limit)).containsExactlyInAnyOrderElementsOf(ids);
      }
    }

    @Test
    void noPageAfterTheLast() {
      create(4);
      var first = administration.list(pool, 2, null).orElseThrow();
      var last = administration.list(pool, 2, first.next().orElseThrow()).orElseThrow();
      assertThat(last.clients()).hasSize(2);
      assertThat(last.next()).isEmpty();
    }

    @Test
    void nothingTwiceOrNeverWhenClientsComeAndGo() {
      create(10);
      var first = administration.list(pool, 5, null).orElseThrow();
      var all = new ArrayList<>(ids(administration.list(pool, 60, null).orElseThrow()));
      remove(ids(first).get(0));
      remove(ids(first).get(4));
      var rest = administration.list(pool, 60, first.next().orElseThrow()).orElseThrow();
      all.removeAll(ids(first));
      assertThat(ids(rest)).containsExactlyElementsOf(all);
    }

    @Test
    void noOtherPoolForAToken() {
      create(2);
      var token = administration.list(pool, 1, null).orElseThrow().next().orElseThrow();
      assertThat(administration.list(newPool(), 1, token)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "a", "a.b.c.d.e", "....", "eyJhbGciOiJub25lIn0.e30.", "%", "\u0000"})
    void nothingForATokenThatIsNone(String token) {
      create(1);
      assertThat(administration.list(pool, 1, token)).isEmpty();
    }

    @Test
    void nothingForAnAlteredTokenOrAnotherSealedText() {
      create(2);
      var token = administration.list(pool, 1, null).orElseThrow().next().orElseThrow();
      var end = token.charAt(token.length() - 2) == 'A' ? "BA" : "AA";
      assertThat(administration.list(pool, 1, token.substring(0, token.length() - 2) + end))
          .isEmpty();
      assertThat(administration.list(pool, 1, vault.seal("client secret x", "a"))).isEmpty();
    }

    private List<String> create(int number) {
      return IntStream.range(0, number)
          .mapToObj(each -> administration.create(pool, "client " + each, null, FIRST, NOTE).id())
          .toList();
    }

    private List<String> idsByPages(int limit) {
      var page = administration.list(pool, limit, null).orElseThrow();
      var ids = new ArrayList<>(ids(page));
      while (page.next().isPresent()) {
        page = administration.list(pool, limit, page.next().get()).orElseThrow();
        assertThat(page.clients()).hasSizeBetween(1, limit);
        ids.addAll(ids(page));
      }
      return ids;
    }

    private static List<String> ids(ClientPage page) {
      return page.clients().stream().map(AppClient::id).toList();
    }
  }
}
