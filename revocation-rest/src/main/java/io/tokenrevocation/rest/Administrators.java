package io.tokenrevocation.rest;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.pool.AuthoritySettings;
import io.tokenrevocation.pool.LiveSession;
import io.tokenrevocation.pool.LiveSessions;
import io.tokenrevocation.pool.OwnTokens;
import io.tokenrevocation.rest.sigv4.RawRequest;
import io.tokenrevocation.rest.sigv4.SignatureVerifier;
import io.tokenrevocation.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;

/**
 * Tells who may record revocations and rotate keys: a user of this authority in the group {@value
 * #ROLE}, by their access token, for their own user pool, or if it is the first one for everything;
 * or whoever has signed the request with an access key that may.
 */
@Dependent
class Administrators {

  static final String ROLE = "revocation-admin";

  private static final String BEARER = "Bearer ";

  private final SignatureVerifier signatures;
  private final OwnTokens tokens;
  private final LiveSessions sessions;
  private final Refusals refusals;
  private final String firstPool;

  @Inject
  Administrators(
      SignatureVerifier signatures,
      OwnTokens tokens,
      LiveSessions sessions,
      Refusals refusals,
      Settings settings) {
    this.firstPool = settings.get(AuthoritySettings.USER_POOLS).get(0);
    this.signatures = signatures;
    this.tokens = tokens;
    this.sessions = sessions;
    this.refusals = refusals;
  }

  /**
   * Tells who calls.
   *
   * @param operation by this name an access key is allowed to do what is asked
   * @throws Problem if nobody we know, or somebody who may not do it
   * @throws io.tokenrevocation.rest.sigv4.AccessRefusedException the same for a signed request
   */
  Administrator of(HttpServletRequest request, byte[] body, String operation) {
    var sent = Collections.list(request.getHeaders("Authorization"));
    if (sent.size() != 1) {
      throw Problem.unauthenticated("One Authorization header is needed.");
    }
    return sent.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? user(sent.get(0).substring(BEARER.length()).strip(), operation)
        : key(RawRequest.of(request, body), operation);
  }

  private Administrator key(RawRequest request, String operation) {
    var key = signatures.authenticate(request);
    var name = "key " + key.id();
    refusals.watch(
        new Refusals.Call(name, operation, null),
        () -> {
          key.require(operation);
          return key;
        });
    return new Administrator(name, issuer -> key.require(operation, issuer));
  }

  /** The group is asked for now: a token remembers those of its sign-in. */
  private Administrator user(String accessToken, String operation) {
    var session = session(accessToken);
    var user = session.user();
    var own = session.family().owner().poolId();
    var name = "user " + user.subject();
    if (!user.groups().contains(ROLE)) {
      var why = "The user is not in the group " + ROLE + ".";
      refusals.refused(new Refusals.Call(name, operation, own), "forbidden: " + why);
      throw Problem.forbidden(why);
    }
    return new Administrator(name, issuer -> requireOwn(own, issuer));
  }

  /** Of the first pool are the administrators of everything, or else each pool's own would be. */
  private void requireOwn(String poolId, String issuer) {
    if (!issuer.equals(poolId) && !poolId.equals(firstPool)) {
      throw Problem.forbidden("The user is an administrator of " + poolId + " only.");
    }
  }

  private LiveSession session(String accessToken) {
    try {
      return sessions
          .of(tokens.verify(accessToken))
          .orElseThrow(refusal -> Problem.invalidToken("The access token is not accepted."));
    } catch (InvalidTokenException invalid) {
      throw Problem.invalidToken(invalid.reason().description() + ".");
    }
  }
}
