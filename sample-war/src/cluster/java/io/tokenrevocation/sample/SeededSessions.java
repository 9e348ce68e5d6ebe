package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Writes sign-ins into the database as the product does, without hashing a password for each. */
final class SeededSessions {

  private static final List<String> USERS = List.of("alice", "bob", "carol");
  private static final String INSERT =
      """
      insert into revocation_family (id, pool_id, subject, username, client_id, sign_out_epoch,
        auth_time, refresh_token_hash, refresh_expires_at, last_issued_at, latest_expiry,
        refresh_family_hash)
      select ?, pool.id, owner.subject, username, ?, coalesce(sign_out_epoch, 0), minted, ?,
        minted + interval '30 days', minted, minted + interval '1 hour', ?
      from sample_user as owner cross join revocation_pool as pool
        left join revocation_subject as known
          on known.pool_id = pool.id and known.subject = owner.subject
        cross join (select date_trunc('second', clock_timestamp()) - make_interval(secs => ?)
          as minted) as clock
      where username = ?
      """;

  private final Random random = new Random(7);

  /** Makes some: each has the access token that a node gave for its refresh token. */
  List<SeededSession> make(Database database, List<Node> nodes, int count) throws SQLException {
    var sessions =
        Clients.call(
            write(database, count, Duration.ZERO, USERS),
            token ->
                SeededSession.refreshed(
                    nodes.get(Math.floorMod(token.hashCode(), nodes.size())), token));
    assertThat(sessions).hasSize(count);
    return sessions;
  }

  /** Writes some, and returns their refresh tokens. */
  List<String> write(Database database, int count, Duration age) throws SQLException {
    return write(database, count, age, USERS);
  }

  /** Writes some of one user's. */
  List<String> write(Database database, int count, Duration age, String username)
      throws SQLException {
    return write(database, count, age, List.of(username));
  }

  private List<String> write(Database database, int count, Duration age, List<String> users)
      throws SQLException {
    var refreshTokens = IntStream.range(0, count).mapToObj(made -> refreshToken()).toList();
    try (var connection = database.connect();
        var insert = connection.prepareStatement(INSERT)) {
      connection.setAutoCommit(false);
      for (var i = 0; i < count; i++) {
        bind(insert, refreshTokens.get(i), age, users.get(i % users.size()));
        insert.addBatch();
      }
      assertThat(insert.executeBatch()).hasSize(count).containsOnly(1);
      connection.commit();
    }
    return refreshTokens;
  }

  private static void bind(
      PreparedStatement insert, String refreshToken, Duration age, String username)
      throws SQLException {
    insert.setObject(1, UUID.randomUUID());
    insert.setString(2, TestClient.PUBLIC.id());
    insert.setBytes(3, sha256(refreshToken));
    insert.setBytes(4, sha256(refreshToken.split("\\.", -1)[1]));
    insert.setDouble(5, age.toMillis() / 1e3);
    insert.setString(6, username);
  }

  /** Five parts: the second leads to the family, the last is a checksum of the others. */
  private String refreshToken() {
    var start = "e30." + randomText(256) + "." + randomText(12) + "." + randomText(64) + ".";
    return start + base64(Arrays.copyOf(sha256(start), 16));
  }

  private String randomText(int size) {
    var bytes = new byte[size];
    random.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
