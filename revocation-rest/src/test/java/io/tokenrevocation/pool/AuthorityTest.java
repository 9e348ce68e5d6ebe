package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.ISSUER;
import static io.tokenrevocation.pool.TestAuthority.POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.NodeFigures;
import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.mint.Resealing;
import io.tokenrevocation.mint.SigningKeys;
import io.tokenrevocation.mint.Vault;
import io.tokenrevocation.mint.VaultException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthorityTest {

  private final TestDatabase database = TestDatabase.open();
  private final AtomicInteger events = new AtomicInteger();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void hasItsPoolAndKeysWhenItHasStarted() {
    var node = new Node(ISSUER, 0);
    assertThat(node.pools.find(POOL)).isEmpty();
    node.authority.start();
    assertThat(node.pools.find(POOL)).contains(new UserPool(POOL, ISSUER));
    assertThat(node.keys.find(ISSUER)).isPresent();
  }

  @Test
  void tellsTheApplicationOnceThatItHasStarted() {
    var node = new Node(ISSUER, 0);
    node.authority.start();
    node.authority.start();
    assertThat(events).hasValue(1);
  }

  @Test
  void triesAgainWhenTheApplicationFailedToFollow() {
    var failing = new AtomicInteger(1);
    var node =
        new Node(
            ISSUER,
            0,
            () -> {
              if (failing.getAndDecrement() > 0) {
                throw new StoreUnavailableException("on purpose");
              }
            });
    assertThatThrownBy(node.authority::start).isInstanceOf(StoreUnavailableException.class);
    node.authority.start();
    node.authority.start();
    assertThat(events).hasValue(2);
  }

  @Test
  void keepsThePoolsFirstIssuerWhenTheEndpointChanges() {
    new Node(ISSUER, 0).authority.start();
    var moved = new Node("https://moved.example/cognito-idp/" + POOL, 0);
    moved.authority.start();
    assertThat(moved.pools.started(POOL).issuer()).isEqualTo(ISSUER);
    assertThat(moved.keys.find(ISSUER)).isPresent();
    assertThat(moved.keys.find("https://moved.example/cognito-idp/" + POOL)).isEmpty();
  }

  @Test
  void hasTheSameKeysAfterARestart() {
    var first = new Node(ISSUER, 0);
    first.authority.start();
    var second = new Node(ISSUER, 0);
    second.authority.start();
    assertThat(second.keys.publicKeySet(POOL)).isEqualTo(first.keys.publicKeySet(POOL));
  }

  @Test
  void hasTheSameKeysOnNodesThatStartTogether() {
    var nodes = Stream.generate(() -> new Node(ISSUER, 0)).limit(4).toList();
    var starting = new ArrayList<CompletableFuture<Void>>();
    for (var node : nodes) {
      starting.add(CompletableFuture.runAsync(node.authority::start, TestThreads::start));
    }
    starting.forEach(CompletableFuture::join);
    assertThat(nodes.stream().map(node -> node.keys.publicKeySet(POOL)).distinct()).hasSize(1);
  }

  @Test
  void doesNotStartWithAnotherEncryptionKey() {
    new Node(ISSUER, 0).authority.start();
    var other = new Node(ISSUER, 1);
    assertThatThrownBy(other.authority::start).isInstanceOf(VaultException.class);
    assertThat(other.pools.find(POOL)).isEmpty();
    assertThat(events).hasValue(1);
  }

  @Test
  void isStartedByWhoeverAsksItsLogForRevocationsAndSaysLaterHowItIs() {
    var node = new Node(ISSUER, 0);
    var purge = new Purge(database.retention(), Duration.ofDays(400), System::nanoTime);
    var heartbeat =
        new Heartbeat(database.nodes(), () -> NodeFigures.NOT_STARTED, System::nanoTime);
    var source = new AuthoritySource(node.authority, node.upkeep, purge, heartbeat, database.log());
    source.upkeep();
    assertThat(node.pools.find(POOL)).isEmpty();
    source.since(Mark.START);
    assertThat(node.pools.find(POOL)).isPresent();
    assertThat(database.nodes().nodes()).isEmpty();
    source.upkeep();
    assertThat(database.nodes().nodes()).hasSize(1);
  }

  /** One server on the database. */
  private final class Node {

    final UserPools pools = new UserPools();
    final SigningKeys keys;
    final Authority authority;
    final KeyUpkeep upkeep;

    Node(String issuer, int keyByte) {
      this(issuer, keyByte, () -> {});
    }

    Node(String issuer, int keyByte, Runnable application) {
      var key = new byte[Vault.KEY_LENGTH];
      key[0] = (byte) keyByte;
      var vault = new Vault(key);
      this.keys = new SigningKeys(database.keys(), vault, TestSchedule.DEFAULT, System::nanoTime);
      this.upkeep =
          new KeyUpkeep(
              List.of(POOL),
              keys,
              vault,
              new Resealing(vault, database.sealedTexts()),
              System::nanoTime);
      this.authority =
          new Authority(
              List.of(new UserPool(POOL, issuer)),
              database.pools(),
              pools,
              keys,
              new AppClients(database.clients(), vault),
              event -> {
                events.incrementAndGet();
                application.run();
              });
    }
  }
}
