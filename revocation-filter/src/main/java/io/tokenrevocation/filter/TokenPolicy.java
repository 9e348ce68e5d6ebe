package io.tokenrevocation.filter;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.settings.Settings;
import java.util.Collections;
import java.util.List;

/** What the settings demand of a token beyond being valid. Immutable. */
final class TokenPolicy {

  private final List<String> audiences;

  TokenPolicy(Settings settings) {
    this.audiences = settings.get(PolicySettings.AUDIENCES);
  }

  /**
   * Refuses a token that was not issued for us.
   *
   * @throws InvalidTokenException if it is for another audience
   */
  void requireAccepted(VerifiedToken token) {
    if (!acceptsAnyAudience() && Collections.disjoint(audiences, token.audience())) {
      throw new InvalidTokenException(Reason.AUDIENCE);
    }
  }

  boolean acceptsAnyAudience() {
    return audiences.contains(PolicySettings.ANY);
  }
}
