package io.tokenrevocation.pool;

import io.tokenrevocation.mint.Vault;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The app clients of this authority, and how they prove who they are. Thread-safe. */
public final class AppClients {

  private static final Note REGISTERED = Note.by("application");

  private final ClientStore store;
  private final ClientSecrets secrets;

  /**
   * Makes the register.
   *
   * @param store where clients are kept
   * @param vault seals their secrets
   */
  public AppClients(ClientStore store, Vault vault) {
    this.store = store;
    this.secrets = new ClientSecrets(vault);
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
    var settings = ClientSettings.registered(flows);
    return add(poolId, clientId, clientId, secret, settings, REGISTERED).isPresent();
  }

  /** Adds a client, unless its id is taken. */
  Optional<AppClient> add(
      String poolId,
      String id,
      String name,
      @Nullable String secret,
      ClientSettings settings,
      Note note) {
    var now = store.now();
    var client = new AppClient(id, poolId, name, secrets.seal(id, secret), settings, now, now);
    var act = AuditAct.ofClient(AuditAction.CLIENT_CREATED, poolId, id, note);
    return store.add(client, act) ? Optional.of(client) : Optional.empty();
  }

  /**
   * Returns a client's secret, for its administrator's eyes.
   *
   * @param client the client
   * @return empty for a public client
   */
  public Optional<String> secretOf(AppClient client) {
    return secrets.open(client);
  }

  /**
   * Tells whether a caller may act as a client.
   *
   * @param client the client it claims to be
   * @param presented the secret it sent, or null if it sent none
   * @return true if it sent the client's secret, or the client has none
   */
  public boolean authenticates(AppClient client, @Nullable String presented) {
    return secrets
        .open(client)
        .map(secret -> presented != null && ClientSecrets.same(secret, presented))
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
    return secrets
        .open(client)
        .map(secret -> MessageDigest.isEqual(ClientSecrets.hmac(secret, message), presented))
        .orElse(true);
  }
}
