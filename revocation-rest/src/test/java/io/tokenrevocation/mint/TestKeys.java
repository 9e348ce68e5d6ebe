package io.tokenrevocation.mint;

/** Signing keys of one pool, made once: generating RSA keys is slow. */
final class TestKeys {

  static final String POOL = "eu-west-1_TestPool1";
  static final String ISSUER = "https://authority.example/cognito-idp/" + POOL;
  static final Vault VAULT = new Vault(new byte[Vault.KEY_LENGTH]);
  static final InMemorySealedKeyStore STORE = new InMemorySealedKeyStore();

  private TestKeys() {}

  static SigningKeys loaded() {
    var keys = new SigningKeys(STORE, VAULT);
    keys.load(POOL, ISSUER);
    return keys;
  }
}
