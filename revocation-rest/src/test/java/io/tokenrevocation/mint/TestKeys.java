package io.tokenrevocation.mint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Signing keys of one pool, made once: generating RSA keys is slow. */
final class TestKeys {

  static final String POOL = "eu-west-1_TestPool1";
  static final String ISSUER = "https://authority.example/cognito-idp/" + POOL;
  static final Vault VAULT = new Vault(new byte[Vault.KEY_LENGTH]);
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  static final Duration EVERY = Duration.ofDays(90);
  static final Duration LEAD = Duration.ofHours(3);
  static final KeySchedule SCHEDULE = new KeySchedule(Optional.of(EVERY), LEAD);

  /** Nobody changes what is in it. */
  static final InMemorySealedKeyStore STORE = new InMemorySealedKeyStore(START);

  private TestKeys() {}

  static SigningKeys loaded() {
    return loaded(STORE);
  }

  static SigningKeys loaded(SealedKeyStore store) {
    var keys = new SigningKeys(store, VAULT, SCHEDULE, () -> 0);
    keys.load(POOL, ISSUER);
    return keys;
  }
}
