package io.tokenrevocation.pool;

import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.mint.SigningKeys;
import io.tokenrevocation.mint.TokenMinter;
import io.tokenrevocation.mint.Vault;
import io.tokenrevocation.token.TokenVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A whole authority on its real database, without a server around it. */
final class TestAuthority implements AutoCloseable {

  static final String POOL = "eu-west-1_TestPool1";
  static final String ISSUER = "https://authority.example/cognito-idp/" + POOL;
  static final String FOREIGN = "https://foreign.example/realms/staff";
  static final Duration LEEWAY = Duration.ofSeconds(10);
  static final Note NOTE = new Note("test", "to see it refused");

  final TestDatabase database;
  final TestDirectory users = new TestDirectory();
  final UserPools pools = new UserPools();
  final SessionStore sessions;
  final RevocationIndex index = new RevocationIndex(1_000_000);
  final RevocationFeed feed;
  final AppClients clients;
  final PasswordSignIn signIn;
  final TokenRefresh refresh;
  final TokenRefresh strictRefresh;
  final FamilyRevoker revoker;
  final SignOut signOut;
  final Revoker anyRevoker;
  final ClientDeletion deletion;
  final SigningKeyRotation rotation;
  final UserSessions userSessions;
  final SessionEnding endings;
  final LiveSessions liveSessions;
  final LiveTokens liveTokens;
  final ConsoleSignIns consoleSignIns;
  final AuditTrail trail;
  final Authority started;
  final AppClient web;
  final AppClient mobile;

  private final SigningKeys keys;

  TestAuthority() {
    this(TestDatabase.open());
  }

  TestAuthority(TestDatabase database) {
    this.database = database;
    this.sessions = database.sessions();
    var vault = new Vault(new byte[Vault.KEY_LENGTH]);
    this.keys = new SigningKeys(database.keys(), vault, TestSchedule.DEFAULT, System::nanoTime);
    this.clients = new AppClients(database.clients(), vault);
    this.started = start();
    this.feed = new RevocationFeed(database.log(), index, InstantSource.system(), System::nanoTime);
    var revocations = new Revocations(pools);
    var issuer = new TokenIssuer(new TokenMinter(keys), pools);
    this.revoker = revoker(Duration.ZERO);
    this.signOut = new SignOut(sessions, revocations, feed);
    this.signIn =
        new PasswordSignIn(users, sessions, issuer, new DisabledUsers(signOut), () -> Caller.NONE);
    this.refresh = refresh(issuer, false);
    this.strictRefresh = refresh(issuer, true);
    this.anyRevoker = anyRevoker();
    this.consoleSignIns = new ConsoleSignIns(vault, sessions, anyRevoker, pools, POOL);
    this.trail = new AuditTrail(database.audit(), vault, System::nanoTime);
    this.deletion =
        new ClientDeletion(
            database.clients(), pools, new CutOffs(new RevocationRecorder(sessions, feed)));
    this.rotation = new SigningKeyRotation(pools, keys);
    this.userSessions = new UserSessions(users, sessions, vault);
    this.endings = new SessionEnding(sessions, revocations, revoker, signOut, feed);
    this.liveSessions =
        new LiveSessions(users, database.clients(), sessions, pools, new DisabledUsers(signOut));
    this.liveTokens = liveTokens(Duration.ZERO);
    this.web = register("web");
    this.mobile = register("mobile");
  }

  private Authority start() {
    var configured = List.of(new UserPool(POOL, ISSUER));
    var authority = new Authority(configured, database.pools(), pools, keys, clients, event -> {});
    authority.start();
    return authority;
  }

  private TokenRefresh refresh(TokenIssuer issuer, boolean revokesOnReuse) {
    return new TokenRefresh(
        users,
        sessions,
        issuer,
        new ReuseDetection(sessions, pools, revoker, revokesOnReuse),
        new DisabledUsers(signOut));
  }

  private Revoker anyRevoker() {
    var recorder = new RevocationRecorder(sessions, feed);
    var bounds = new CutOffBounds(sessions, LEEWAY);
    var staff = new ForeignIssuers.ForeignIssuer("staff", Duration.ofHours(8));
    ForeignIssuers issuers = issuer -> Optional.of(staff).filter(it -> issuer.equals(FOREIGN));
    return new Revoker(
        pools,
        new PoolRevoker(sessions, revoker, signOut, recorder, bounds),
        new ForeignRevoker(issuers, recorder, bounds),
        issuers);
  }

  /** What is in use later. */
  LiveTokens liveTokens(Duration later) {
    InstantSource clock = () -> InstantSource.system().instant().plus(later);
    return new LiveTokens(
        new OwnTokens(new TokenVerifier(keys, clock, LEEWAY)),
        clock,
        liveSessions,
        new LiveRefreshTokens(users, sessions, pools, new DisabledUsers(signOut)));
  }

  private AppClient register(String id) {
    clients.register(POOL, id, null, EnumSet.allOf(AuthFlow.class));
    return clients.find(id).orElseThrow();
  }

  /** A client that is not the default one, and not stored. */
  static AppClient client(String poolId, String id, Set<AuthFlow> flows, boolean tokenRevocation) {
    var settings =
        new ClientSettings(flows, tokenRevocation, TokenValidity.DEFAULT, null, false, null);
    return new AppClient(id, poolId, id, null, settings, Instant.EPOCH, Instant.EPOCH);
  }

  /** What is written down when a client is stored. */
  static AuditAct created(AppClient client) {
    return AuditAct.ofClient(AuditAction.CLIENT_CREATED, client.poolId(), client.id(), NOTE);
  }

  static SubjectKey subject(User user) {
    return new SubjectKey(POOL, user.subject());
  }

  /** A verifier for whom it is later. */
  TokenVerifier verifier(Duration later) {
    return new TokenVerifier(keys, () -> InstantSource.system().instant().plus(later), LEEWAY);
  }

  FamilyRevoker revoker(Duration later) {
    var families = new FamilyRevocations(new Revocations(pools), feed);
    return new FamilyRevoker(sessions, families, verifier(later), () -> TestDatabase.CALLER);
  }

  IssuedTokens signIn(User user) {
    return signIn(web, user);
  }

  IssuedTokens signIn(AppClient client, User user) {
    return done(
        signIn.signIn(client, AuthFlow.USER_PASSWORD, user.username(), TestDirectory.PASSWORD));
  }

  Outcome<IssuedTokens> refresh(IssuedTokens tokens) {
    return refresh.refresh(web, tokens.refreshToken().orElseThrow());
  }

  VerifiedToken verified(IssuedTokens tokens) {
    return verifier(Duration.ZERO).verify(tokens.accessToken());
  }

  /** Tells whether the filter of this node refuses the access token. */
  boolean refuses(IssuedTokens tokens) {
    return index.covers(verified(tokens));
  }

  Family family(IssuedTokens tokens) {
    var id = UUID.fromString(String.valueOf(verified(tokens).familyId()));
    return sessions.inTransaction(transaction -> transaction.find(id)).orElseThrow();
  }

  static <T> T done(Outcome<T> outcome) {
    return outcome.orElseThrow(refusal -> new IllegalStateException("refused: " + refusal));
  }

  @Override
  public String toString() {
    return "on " + database;
  }

  @Override
  public void close() {
    database.close();
  }
}
