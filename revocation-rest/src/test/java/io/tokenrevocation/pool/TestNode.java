package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.ISSUER;
import static io.tokenrevocation.pool.TestAuthority.POOL;

import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.mint.Resealing;
import io.tokenrevocation.mint.SigningKeys;
import io.tokenrevocation.mint.Vault;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** What one server on a database does with keys. */
final class TestNode {

  final UserPools pools = new UserPools();
  final AtomicLong nanos = new AtomicLong();
  final SigningKeys keys;
  final AppClients clients;
  final SigningKeyRotation rotation;
  final KeyUpkeep upkeep;

  private TestNode(TestDatabase database, Vault vault) {
    this.keys = new SigningKeys(database.keys(), vault, TestSchedule.DEFAULT, nanos::get);
    this.clients = new AppClients(database.clients(), vault);
    this.rotation = new SigningKeyRotation(pools, keys);
    this.upkeep =
        new KeyUpkeep(
            List.of(POOL), keys, vault, new Resealing(vault, database.sealedTexts()), nanos::get);
    var configured = List.of(new UserPool(POOL, ISSUER));
    new Authority(configured, database.pools(), pools, keys, clients, event -> {}).start();
  }

  /** Starts one, with the present encryption key and then previous ones, by number. */
  static TestNode start(TestDatabase database, int... encryptionKeys) {
    var all = IntStream.of(encryptionKeys).mapToObj(TestNode::key).toList();
    return new TestNode(database, new Vault(all.get(0), all.subList(1, all.size())));
  }

  private static byte[] key(int number) {
    var key = new byte[Vault.KEY_LENGTH];
    Arrays.fill(key, (byte) number);
    return key;
  }
}
