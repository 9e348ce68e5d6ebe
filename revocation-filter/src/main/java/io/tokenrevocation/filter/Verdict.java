package io.tokenrevocation.filter;

import io.tokenrevocation.VerifiedToken;

/** What becomes of a request. */
sealed interface Verdict {

  /** It goes on as the user of a token. */
  record Authenticated(VerifiedToken token) implements Verdict {}

  /** It goes on as nobody. */
  record Anonymous() implements Verdict {}

  /** It ends here. */
  record Refused(Challenge challenge) implements Verdict {}
}
