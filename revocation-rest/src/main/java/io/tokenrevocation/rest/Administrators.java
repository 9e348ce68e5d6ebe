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
import java.util.List;
import java.util.Optional;

/**
 * Tells who may administer: a user of this authority in the group {@value #ROLE}, by their access
 * token of an app client that may be used for that, for their own user pool, or if it is the first
 * one for everything; whoever has signed the request with an access key that may; or whoever has
 * signed in to the console, for everything.
 */
@Dependent
public class Administrators {

  /** The group of users of a pool, and the role of the container's callers. */
  public static final String ROLE = "revocation-admin";

  private static final String BEARER = "Bearer ";
  private static final String SIGNED = "AWS4-HMAC-SHA256";

  private final SignatureVerifier signatures;
  private final OwnTokens tokens;
  private final LiveSessions sessions;
  private final Refusals refusals;
  private final BrowserCallers browsers;
  private final String firstPool;
  private final List<String> clients;

  @Inject
  Administrators(
      SignatureVerifier signatures,
      OwnTokens tokens,
      LiveSessions sessions,
      Refusals refusals,
      BrowserCallers browsers,
      Settings settings) {
    this.firstPool = settings.get(AuthoritySettings.USER_POOLS).get(0);
    this.clients = settings.get(AuthoritySettings.ADMINISTRATOR_CLIENTS);
    this.signatures = signatures;
    this.tokens = tokens;
    this.sessions = sessions;
    this.refusals = refusals;
    this.browsers = browsers;
  }

  /**
   * Tells who calls.
   *
   * @param request as it came
   * @param body of the request
   * @param operation by this name an access key is allowed to do what is asked
   * @return who
   * @throws Problem if nobody we know, or somebody who may not do it
   * @throws io.tokenrevocation.rest.sigv4.AccessRefusedException the same for a signed request
   */
  public Administrator of(HttpServletRequest request, byte[] body, String operation) {
    var sent = Collections.list(request.getHeaders("Authorization"));
    if (sent.size() > 1) {
      throw onlyOne();
    }
    var header = sent.isEmpty() ? "" : sent.get(0);
    if (startsWith(header, BEARER)) {
      return user(header.substring(BEARER.length()).strip(), operation);
    }
    var caller = startsWith(header, SIGNED) ? Optional.<String>empty() : browsers.caller(request);
    return caller
        .map(name -> new Administrator("caller " + name, issuer -> {}))
        .orElseGet(
            () -> {
              if (header.isEmpty()) {
                throw onlyOne();
              }
              return key(RawRequest.of(request, body), operation);
            });
  }

  private static Problem onlyOne() {
    return Problem.unauthenticated("One Authorization header is needed.");
  }

  private static boolean startsWith(String header, String scheme) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length());
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
    var call = new Refusals.Call(name, operation, own);
    if (!user.groups().contains(ROLE)) {
      throw forbidden(call, "The user is not in the group " + ROLE + ".");
    }
    if (!clients.isEmpty() && !clients.contains(session.family().clientId())) {
      throw forbidden(
          call, "The access token was issued to none of revocation.administrator-clients.");
    }
    return new Administrator(name, issuer -> requireOwn(own, issuer));
  }

  private Problem forbidden(Refusals.Call call, String why) {
    refusals.refusedToOthers(call, "forbidden: " + why);
    return Problem.forbidden(why);
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
