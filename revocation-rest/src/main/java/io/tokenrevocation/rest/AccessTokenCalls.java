package io.tokenrevocation.rest;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.pool.Authority;
import io.tokenrevocation.pool.IssuedTokens;
import io.tokenrevocation.pool.LiveSession;
import io.tokenrevocation.pool.LiveSessions;
import io.tokenrevocation.pool.OwnTokens;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;

/** Lets in users of this authority, each by their access token and for themselves. */
@Dependent
class AccessTokenCalls {

  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([\\w.~+/-]+=*) *");

  private final Authority authority;
  private final OwnTokens tokens;
  private final LiveSessions sessions;

  @Inject
  AccessTokenCalls(Authority authority, OwnTokens tokens, LiveSessions sessions) {
    this.authority = authority;
    this.tokens = tokens;
    this.sessions = sessions;
  }

  /**
   * Tells whose session a call is made in.
   *
   * @throws Problem if it is not a live one, or its token is for something else
   */
  LiveSession session(HttpServletRequest request) {
    OwnApplication.REVOCATION.require(request);
    authority.requireStarted();
    var token = verified(request);
    if (!token.scopes().contains(IssuedTokens.SCOPE)) {
      throw Problem.insufficientScope(IssuedTokens.SCOPE);
    }
    return sessions.of(token).orElseThrow(refusal -> notAccepted());
  }

  /** Whatever has happened to its session. */
  static Problem notAccepted() {
    return Problem.invalidToken("The access token is not accepted.");
  }

  private VerifiedToken verified(HttpServletRequest request) {
    var sent = Collections.list(request.getHeaders("Authorization"));
    var bearer = BEARER.matcher(sent.size() == 1 ? sent.get(0) : "");
    if (!bearer.matches()) {
      throw Problem.noAccessToken();
    }
    try {
      return tokens.verify(bearer.group(1));
    } catch (InvalidTokenException invalid) {
      throw Problem.invalidToken(invalid.reason().description() + ".");
    }
  }
}
