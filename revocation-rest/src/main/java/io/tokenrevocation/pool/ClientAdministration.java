package io.tokenrevocation.pool;

import io.tokenrevocation.mint.Vault;
import io.tokenrevocation.mint.VaultException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What administrators do with the app clients of a pool.
 *
 * <p>Every method throws {@link io.tokenrevocation.StoreUnavailableException} if it cannot tell, or
 * if what it did may not be durable. Thread-safe.
 */
public final class ClientAdministration {

  private static final System.Logger LOG = System.getLogger(ClientAdministration.class.getName());

  private static final int ID_LENGTH = 26; // 130 random bits
  private static final int SECRET_LENGTH = 52; // 260 random bits

  private final RandomText random = new RandomText();
  private final AppClients clients;
  private final ClientStore store;
  private final Vault vault;
  private final AuditTrail trail;

  ClientAdministration(AppClients clients, ClientStore store, Vault vault, AuditTrail trail) {
    this.clients = clients;
    this.store = store;
    this.vault = vault;
    this.trail = trail;
  }

  /**
   * Returns a secret for a new client.
   *
   * @return 52 digits and letters, at random
   */
  public String newSecret() {
    return random.ofDigits(SECRET_LENGTH);
  }

  /**
   * Adds a client with a new id.
   *
   * @param poolId the pool whose users it signs in
   * @param name for people
   * @param secret its secret, of 24 to 64 letters, digits, underscores or plus signs; or null for a
   *     public client
   * @param settings how it is to act
   * @param note who makes it, and why
   * @return the client
   * @throws IllegalArgumentException if there is no such pool, or the secret is none
   */
  public AppClient create(
      String poolId, String name, @Nullable String secret, ClientSettings settings, Note note) {
    var created =
        clients
            .add(poolId, random.ofDigits(ID_LENGTH), name, secret, settings, note)
            .orElseThrow(() -> new IllegalStateException("a random id was taken"));
    LOG.log(Level.INFO, Messages.CLIENT_CREATED.text(created.id(), poolId));
    return created;
  }

  /**
   * Finds a client of a pool.
   *
   * @param poolId the pool
   * @param clientId the client's id
   * @return empty if the pool has no such client
   */
  public Optional<AppClient> find(String poolId, String clientId) {
    return store.find(clientId).filter(client -> client.poolId().equals(poolId));
  }

  /**
   * Returns a client's secret, and writes to the audit trail that it was told.
   *
   * @param client the client
   * @param note who wants to know it, and why
   * @return empty for a public client, of which nothing is written
   */
  public Optional<String> tellSecret(AppClient client, Note note) {
    var secret = clients.secretOf(client);
    if (secret.isPresent()) {
      trail.append(AuditAct.ofClient(AuditAction.SECRET_SHOWN, client.poolId(), client.id(), note));
    }
    return secret;
  }

  /**
   * Returns a page of a pool's clients. Clients that are added or deleted meanwhile move no other
   * from one page to another.
   *
   * @param poolId the pool
   * @param limit how many at most
   * @param token of this page, from the one before; or null for the first
   * @return empty if the token is none for a page of this pool's clients
   */
  public Optional<ClientPage> list(String poolId, int limit, @Nullable String token) {
    var purpose = "page of the clients of " + poolId;
    return position(purpose, token)
        .map(
            after -> {
              var found = store.list(poolId, after, limit + 1);
              if (found.size() <= limit) {
                return new ClientPage(found, Optional.empty());
              }
              var next = vault.seal(purpose, found.get(limit - 1).id());
              return new ClientPage(found.subList(0, limit), Optional.of(next));
            });
  }

  private Optional<String> position(String purpose, @Nullable String token) {
    try {
      return Optional.of(token == null ? "" : vault.open(purpose, token));
    } catch (VaultException notOurs) {
      return Optional.empty();
    }
  }

  /**
   * Gives a client new settings, all of them.
   *
   * @param poolId the pool it must be of
   * @param clientId its id
   * @param name its new name, or null to keep the one it has
   * @param settings how it is to act from now on
   * @param note who changes it, and why
   * @return as it is now, or empty if the pool has no such client
   */
  public Optional<AppClient> update(
      String poolId, String clientId, @Nullable String name, ClientSettings settings, Note note) {
    return update(poolId, clientId, new ClientChange(name, settings, note, client -> {}));
  }

  /**
   * Gives a client new settings, all of them, unless it is not any more what somebody takes it for.
   *
   * @param poolId the pool it must be of
   * @param clientId its id
   * @param change what is to become of it, whose check looks at it before
   * @return as it is now, or empty if the pool has no such client
   */
  public Optional<AppClient> update(String poolId, String clientId, ClientChange change) {
    var now = store.now();
    var updated =
        store.update(
            poolId,
            clientId,
            client -> change.of(client, now),
            AuditAct.ofClient(AuditAction.CLIENT_CHANGED, poolId, clientId, change.note()));
    updated.ifPresent(
        client -> LOG.log(Level.INFO, Messages.CLIENT_UPDATED.text(clientId, poolId)));
    return updated;
  }
}
