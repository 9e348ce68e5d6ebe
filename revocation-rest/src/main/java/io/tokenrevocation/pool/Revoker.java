package io.tokenrevocation.pool;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.VerifiedToken;
import java.util.Optional;

/**
 * Takes tokens of any configured issuer out of use: one token, a family, a session, or everything
 * that was issued to a subject, to a client or to anybody.
 *
 * <p>For administrators, and for the application itself: inject it, for instance to sign a user out
 * when their password changes. When it returns, the revocation is durable and this node enforces
 * it, whatever becomes of a transaction of the caller's. Doing it again changes nothing.
 * Thread-safe.
 */
public final class Revoker {

  private final UserPools pools;
  private final PoolRevoker own;
  private final ForeignRevoker foreign;
  private final ForeignIssuers issuers;

  Revoker(UserPools pools, PoolRevoker own, ForeignRevoker foreign, ForeignIssuers issuers) {
    this.pools = pools;
    this.own = own;
    this.foreign = foreign;
    this.issuers = issuers;
  }

  /**
   * Returns by which name settings speak of an issuer.
   *
   * @param issuer the {@code iss} of its tokens
   * @return the id of a user pool of this authority, or the name of another issuer; empty if it is
   *     not configured
   */
  public Optional<String> nameOf(String issuer) {
    return pools
        .issuing(issuer)
        .map(UserPool::id)
        .or(() -> issuers.find(issuer).map(ForeignIssuers.ForeignIssuer::name));
  }

  /**
   * Revokes.
   *
   * @param request what, and why
   * @return the revocation as it is kept, which may be an earlier one that covers as much; or why
   *     there is none
   * @throws io.tokenrevocation.StoreUnavailableException if the revocation may not be durable
   */
  public Outcome<RecordedRevocation> revoke(RevocationRequest request) {
    if (request.issuedBefore().isPresent() && !request.takesCutOff()) {
      return new Outcome.Refused<>(Refusal.CUT_OFF_NOT_TAKEN);
    }
    return pools
        .issuing(request.key().issuer())
        .map(pool -> own.revoke(pool, request))
        .orElseGet(() -> foreign.revoke(request));
  }

  /**
   * Tells what a revocation would hit, and does nothing.
   *
   * @param request what, and why
   * @return the live sessions it would end now, {@link Effect#UNKNOWN} of an issuer that is no user
   *     pool; or why it would be refused
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  public Outcome<Effect> preview(RevocationRequest request) {
    if (request.issuedBefore().isPresent() && !request.takesCutOff()) {
      return new Outcome.Refused<>(Refusal.CUT_OFF_NOT_TAKEN);
    }
    return pools
        .issuing(request.key().issuer())
        .map(pool -> own.preview(pool, request))
        .orElseGet(() -> foreign.preview(request));
  }

  /**
   * Signs the user of a token out here: takes the sign-in out of use that the token comes from.
   *
   * @param token of the user's request
   * @param note who does it, and why
   * @return what was revoked: the session where the issuer names it, else the family, else the
   *     token
   * @throws IllegalArgumentException if the token names none of them
   * @throws io.tokenrevocation.StoreUnavailableException if the sign-out may not be durable
   */
  public RecordedRevocation signOutHere(VerifiedToken token, Note note) {
    return done(
        signIn(token).orElseThrow(() -> new IllegalArgumentException("the token names no sign-in")),
        note);
  }

  /**
   * Signs the user of a token out everywhere: takes every token they have been given out of use.
   *
   * <p>Another issuer's tokens are cut off at the end of the second: one that it issues in what is
   * left of that second is refused as well.
   *
   * @param token of the user's request
   * @param note who does it, and why
   * @return what was revoked
   * @throws io.tokenrevocation.StoreUnavailableException if the sign-out may not be durable
   */
  public RecordedRevocation signOutEverywhere(VerifiedToken token, Note note) {
    return done(new RevocationKey(Kind.SUBJECT, token.issuer(), token.subject()), note);
  }

  private RecordedRevocation done(RevocationKey key, Note note) {
    return revoke(new RevocationRequest(key, Optional.empty(), note))
        .orElseThrow(
            refusal -> new IllegalArgumentException("the token cannot be revoked: " + refusal));
  }

  private static Optional<RevocationKey> signIn(VerifiedToken token) {
    return ofKind(token, Kind.SESSION)
        .or(() -> ofKind(token, Kind.FAMILY))
        .or(() -> ofKind(token, Kind.TOKEN));
  }

  private static Optional<RevocationKey> ofKind(VerifiedToken token, Kind kind) {
    return token.revocableBy().stream().filter(key -> key.kind() == kind).findFirst();
  }
}
