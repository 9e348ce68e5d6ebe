package io.tokenrevocation.filter;

import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.token.ConfiguredIssuer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the settings demand of a token beyond being valid. Immutable. */
final class TokenPolicy {

  private final Set<TokenUse> uses;
  private final List<String> audiences;
  private final Map<String, List<String>> audiencesByIssuer;
  private final List<String> scopes;
  private final List<String> groups;

  TokenPolicy(Settings settings) {
    this.uses =
        settings.get(PolicySettings.ACCEPT_ID_TOKENS)
            ? Set.of(TokenUse.ACCESS, TokenUse.ID)
            : Set.of(TokenUse.ACCESS);
    this.audiences = settings.get(PolicySettings.AUDIENCES);
    this.audiencesByIssuer = audiencesByIssuer(settings);
    this.scopes = settings.get(PolicySettings.REQUIRED_SCOPES);
    this.groups = settings.get(PolicySettings.REQUIRED_GROUPS);
  }

  /** What a token may have been issued for. */
  Set<TokenUse> uses() {
    return uses;
  }

  /** Returns what to answer to a token that was issued for another use or another audience. */
  Optional<Challenge> notForUs(VerifiedToken token) {
    if (!uses.contains(token.use())) {
      return Optional.of(Challenge.of(Reason.TYPE));
    }
    var accepted = audiencesByIssuer.getOrDefault(token.issuer(), audiences);
    return accepted.contains(PolicySettings.ANY)
            || !Collections.disjoint(accepted, token.audience())
        ? Optional.empty()
        : Optional.of(Challenge.of(Reason.AUDIENCE));
  }

  /** Returns what to answer to a token that lacks a scope or a group. */
  Optional<Challenge> lacking(VerifiedToken token) {
    if (!token.scopes().containsAll(scopes)) {
      return Optional.of(Challenge.scopesMissing(scopes));
    }
    return groups.isEmpty() || !Collections.disjoint(groups, token.groups())
        ? Optional.empty()
        : Optional.of(Challenge.NOT_IN_A_GROUP);
  }

  /** Tells whether there is something that only a token can have. */
  boolean requiresScopeOrGroup() {
    return !scopes.isEmpty() || !groups.isEmpty();
  }

  boolean acceptsAnyAudience() {
    return audiences.contains(PolicySettings.ANY);
  }

  boolean acceptsIdTokens() {
    return uses.contains(TokenUse.ID);
  }

  /** An issuer beside the authority may have audiences of its own. */
  private static Map<String, List<String>> audiencesByIssuer(Settings settings) {
    return ConfiguredIssuer.all(settings).stream()
        .filter(issuer -> !issuer.audiences().isEmpty())
        .collect(Collectors.toMap(ConfiguredIssuer::uri, ConfiguredIssuer::audiences));
  }
}
