package io.tokenrevocation.pool;

import io.tokenrevocation.feed.NodeFiguresSource;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.feed.RevocationSource;
import io.tokenrevocation.mint.AnswerSigner;
import io.tokenrevocation.mint.KeySchedule;
import io.tokenrevocation.mint.Resealing;
import io.tokenrevocation.mint.SealedKeyStore;
import io.tokenrevocation.mint.SealedTexts;
import io.tokenrevocation.mint.SigningKeys;
import io.tokenrevocation.mint.TokenMinter;
import io.tokenrevocation.mint.Vault;
import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.token.IssuerSource;
import io.tokenrevocation.token.TokenVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Makes the beans of this package and of the signing keys beneath it. */
@ApplicationScoped
class PoolWiring {

  private final UserPools pools = new UserPools();
  private final Revocations revocations = new Revocations(pools);

  @Produces
  @Singleton
  UserPools pools() {
    return pools;
  }

  @Produces
  @Singleton
  Vault vault(Settings settings) {
    return new Vault(
        settings.get(KeySettings.ENCRYPTION_KEY),
        settings.get(KeySettings.PREVIOUS_ENCRYPTION_KEYS));
  }

  @Produces
  @Singleton
  @Typed({SigningKeys.class, IssuerSource.class})
  SigningKeys keys(Settings settings, SealedKeyStore store, Vault vault) {
    var schedule =
        new KeySchedule(
            settings.get(KeySettings.SIGNING_KEY_ROTATION),
            settings.get(KeySettings.SIGNING_KEY_LEAD));
    return new SigningKeys(store, vault, schedule, System::nanoTime);
  }

  @Produces
  @Singleton
  SigningKeyRotation rotation(SigningKeys keys) {
    return new SigningKeyRotation(pools, keys);
  }

  @Produces
  @Singleton
  KeyUpkeep keyUpkeep(Settings settings, SigningKeys keys, Vault vault, SealedTexts texts) {
    return new KeyUpkeep(
        settings.get(AuthoritySettings.USER_POOLS),
        keys,
        vault,
        new Resealing(vault, texts),
        System::nanoTime);
  }

  @Produces
  @Singleton
  AuditTrail auditTrail(AuditStore store, Vault vault) {
    return new AuditTrail(store, vault, System::nanoTime);
  }

  @Produces
  @Singleton
  AppClients clients(ClientStore store, Vault vault) {
    return new AppClients(store, vault);
  }

  @Produces
  @Singleton
  ClientAdministration clientAdministration(
      AppClients clients, ClientStore store, Vault vault, AuditTrail trail) {
    return new ClientAdministration(clients, store, vault, trail);
  }

  @Produces
  @Singleton
  ClientDeletion clientDeletion(ClientStore store, SessionStore sessions, RevocationFeed feed) {
    return new ClientDeletion(store, pools, new CutOffs(new RevocationRecorder(sessions, feed)));
  }

  @Produces
  @Singleton
  Authority authority(
      Settings settings,
      PoolStore store,
      SigningKeys keys,
      AppClients clients,
      Instance<UserDirectory> users,
      Event<AuthorityStarted> started) {
    directory(users); // missing, it is better missed now than at the first sign-in
    var endpoint = settings.get(AuthoritySettings.ENDPOINT);
    var configured =
        settings.get(AuthoritySettings.USER_POOLS).stream()
            .map(id -> new UserPool(id, endpoint + "/" + id))
            .toList();
    return new Authority(configured, store, pools, keys, clients, started::fire);
  }

  @Produces
  @Singleton
  @Typed(RevocationSource.class)
  AuthoritySource source(
      Settings settings,
      Authority authority,
      KeyUpkeep keys,
      RetentionStore store,
      NodeStore nodes,
      Instance<NodeFiguresSource> figures,
      RevocationLog log) {
    var purge = new Purge(store, settings.get(AuthoritySettings.AUDIT_RETENTION), System::nanoTime);
    var heartbeat = new Heartbeat(nodes, () -> figures.get().figures(), System::nanoTime);
    return new AuthoritySource(authority, keys, purge, heartbeat, log);
  }

  @Produces
  @Singleton
  FeedPages feedPages(Settings settings, Authority authority, RevocationLog log, SigningKeys keys) {
    var firstPool = settings.get(AuthoritySettings.USER_POOLS).get(0);
    return new FeedPages(authority, log, pools, firstPool, new AnswerSigner(keys));
  }

  @Produces
  @Singleton
  PasswordSignIn passwordSignIn(
      Instance<UserDirectory> users,
      SessionStore sessions,
      SigningKeys keys,
      DisabledUsers disabled,
      CurrentCaller caller) {
    return new PasswordSignIn(directory(users), sessions, issuer(keys), disabled, caller);
  }

  @Produces
  @Singleton
  TokenRefresh tokenRefresh(
      Settings settings,
      Instance<UserDirectory> users,
      SessionStore sessions,
      SigningKeys keys,
      FamilyRevoker revoker,
      DisabledUsers disabled) {
    var reuse =
        new ReuseDetection(
            sessions, pools, revoker, settings.get(AuthoritySettings.REVOKE_ON_REUSE));
    return new TokenRefresh(directory(users), sessions, issuer(keys), reuse, disabled);
  }

  @Produces
  @Singleton
  LiveSessions liveSessions(
      Instance<UserDirectory> users,
      ClientStore clients,
      SessionStore sessions,
      DisabledUsers disabled) {
    return new LiveSessions(directory(users), clients, sessions, pools, disabled);
  }

  @Produces
  @Singleton
  UserSessions userSessions(Instance<UserDirectory> users, SessionStore sessions, Vault vault) {
    return new UserSessions(directory(users), sessions, vault);
  }

  @Produces
  @Singleton
  DisabledUsers disabledUsers(SignOut signOut) {
    return new DisabledUsers(signOut);
  }

  @Produces
  @Singleton
  OwnTokens ownTokens(SigningKeys keys, TokenVerifier verifier) {
    return new OwnTokens(new TokenVerifier(keys, Clock.systemUTC(), verifier.leeway()));
  }

  @Produces
  @Singleton
  LiveTokens liveTokens(
      Instance<UserDirectory> users,
      SessionStore sessions,
      OwnTokens own,
      LiveSessions live,
      DisabledUsers disabled) {
    return new LiveTokens(
        own,
        Clock.systemUTC(),
        live,
        new LiveRefreshTokens(directory(users), sessions, pools, disabled));
  }

  @Produces
  @Singleton
  FamilyRevoker familyRevoker(
      SessionStore sessions, SigningKeys keys, RevocationFeed feed, CurrentCaller caller) {
    var own = new TokenVerifier(keys, Clock.systemUTC(), Duration.ZERO);
    return new FamilyRevoker(sessions, new FamilyRevocations(revocations, feed), own, caller);
  }

  @Produces
  @Singleton
  SignOut signOut(SessionStore sessions, RevocationFeed feed) {
    return new SignOut(sessions, revocations, feed);
  }

  @Produces
  @Singleton
  SessionEnding sessionEnding(
      SessionStore sessions, FamilyRevoker families, SignOut signOut, RevocationFeed feed) {
    return new SessionEnding(sessions, revocations, families, signOut, feed);
  }

  @Produces
  @Singleton
  Revoker revoker(
      Settings settings,
      SessionStore sessions,
      FamilyRevoker families,
      SignOut signOut,
      TokenVerifier verifier,
      RevocationFeed feed) {
    var recorder = new RevocationRecorder(sessions, feed);
    var bounds = new CutOffBounds(sessions, verifier.leeway());
    var issuers = ForeignIssuers.configured(settings);
    return new Revoker(
        pools,
        new PoolRevoker(sessions, families, signOut, recorder, bounds),
        new ForeignRevoker(issuers, recorder, bounds),
        issuers);
  }

  @Produces
  @Singleton
  ConsoleSignIns consoleSignIns(
      Settings settings, Vault vault, SessionStore sessions, Revoker revoker) {
    var firstPool = settings.get(AuthoritySettings.USER_POOLS).get(0);
    return new ConsoleSignIns(vault, sessions, revoker, pools, firstPool);
  }

  private TokenIssuer issuer(SigningKeys keys) {
    return new TokenIssuer(new TokenMinter(keys), pools);
  }

  private static UserDirectory directory(Instance<UserDirectory> users) {
    if (!users.isResolvable()) {
      throw new IllegalStateException(
          "one CDI bean of type " + UserDirectory.class.getName() + " is needed to sign users in");
    }
    return users.get();
  }
}
