package io.tokenrevocation.pool;

import io.tokenrevocation.mint.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The app clients of this authority, and how they prove who they are.
 *
 * <p>Cognito returns a client's secret to its administrator and keys hashes with it, so a secret is
 * kept encrypted, not hashed. Thread-safe.
 */
public final class AppClients {

  private static final String HMAC = "HmacSHA256";
  private static final Pattern SECRET = Pattern.compile("[\\w+]{24,64}");

  private final ClientStore store;
  private final Vault vault;

  /**
   * Makes the register.
   *
   * @param store where clients are kept
   * @param vault seals their secrets
   */
  public AppClients(ClientStore store, Vault vault) {
    this.store = store;
    this.vault = vault;
  }

  /**
   * Finds a client.
   *
   * @param clientId its id
   * @return empty if there is none
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  public Optional<AppClient> find(String clientId) {
    return store.find(clientId);
  }

  /**
   * Adds a client with default token lifetimes and token revocation on, unless its id is taken.
   *
   * @param poolId the pool whose users it signs in
   * @param clientId its id and name
   * @param secret its secret, of 24 to 64 letters, digits, underscores or plus signs; or null for a
   *     public client
   * @param flows how it may obtain tokens
   * @return true if it was added
   * @throws IllegalArgumentException if there is no such pool, or the id or secret is none
   * @throws io.tokenrevocation.StoreUnavailableException if it may not have been
   */
  public boolean register(
      String poolId, String clientId, @Nullable String secret, Set<AuthFlow> flows) {
    if (secret != null && !SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException("a client secret has 24 to 64 letters, digits, _ or +");
    }
    var stored = secret == null ? null : vault.seal(purpose(clientId), secret);
    return store.add(
        new AppClient(clientId, poolId, clientId, stored, flows, true, TokenValidity.DEFAULT));
  }

  /**
   * Tells whether a caller may act as a client.
   *
   * @param client the client it claims to be
   * @param presented the secret it sent, or null if it sent none
   * @return true if it sent the client's secret, or the client has none
   */
  public boolean authenticates(AppClient client, @Nullable String presented) {
    return client
        .secret()
        .map(secret -> presented != null && sameText(open(client, secret), presented))
        .orElse(true);
  }

  /**
   * Tells whether a caller knows a client's secret, without having sent it.
   *
   * @param client the client it claims to be
   * @param message what was authenticated
   * @param presented the HMAC-SHA256 of the message, keyed with the client's secret
   * @return true if it is, or the client has no secret
   */
  public boolean authenticates(AppClient client, String message, byte[] presented) {
    return client
        .secret()
        .map(secret -> MessageDigest.isEqual(hmac(open(client, secret), message), presented))
        .orElse(true);
  }

  private String open(AppClient client, String secret) {
    return vault.open(purpose(client.id()), secret);
  }

  private static String purpose(String clientId) {
    return "client secret " + clientId;
  }

  /** In a time that depends on neither text's content. */
  private static boolean sameText(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(String secret, String message) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }
}
