package io.tokenrevocation.filter;

import io.tokenrevocation.VerifiedToken;
import java.util.Optional;

/** What becomes of a request. */
sealed interface Verdict {

  /** It goes on as the user of a token. */
  record Authenticated(VerifiedToken token) implements Verdict {}

  /** It goes on as nobody. */
  record Anonymous() implements Verdict {}

  /** It ends here. */
  record Refused(Challenge challenge, Optional<VerifiedToken> token) implements Verdict {

    /** Without a token that could be believed. */
    Refused(Challenge challenge) {
      this(challenge, Optional.empty());
    }

    /** What the application is told, unless no token was sent. */
    Optional<TokenRefused> event() {
      return challenge.equals(Challenge.TOKEN_REQUIRED) || challenge.equals(Challenge.CLOSED)
          ? Optional.empty()
          : Optional.of(new TokenRefused(challenge.status(), challenge.value(), token));
    }
  }
}
