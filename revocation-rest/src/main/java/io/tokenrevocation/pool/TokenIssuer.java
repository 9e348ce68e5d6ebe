package io.tokenrevocation.pool;

import io.tokenrevocation.mint.TokenMinter;
import io.tokenrevocation.mint.TokenMinter.TokenSession;
import io.tokenrevocation.mint.TokenMinter.TokenSubject;
import java.time.Instant;
import java.util.Optional;

/** Mints the tokens of a family that has been committed with their bounds. */
final class TokenIssuer {

  /** The scope of a token that did not come from an authorization endpoint. */
  private static final String SCOPE = "aws.cognito.signin.user.admin";

  private final TokenMinter minter;
  private final UserPools pools;

  TokenIssuer(TokenMinter minter, UserPools pools) {
    this.minter = minter;
    this.pools = pools;
  }

  IssuedTokens issue(
      AppClient client, User user, Family family, Instant issuedAt, Optional<String> refresh) {
    var subject =
        new TokenSubject(
            family.owner().subject(), user.username(), user.groups(), user.attributes());
    var session =
        new TokenSession(
            client.poolId(),
            pools.started(client.poolId()).issuer(),
            client.id(),
            family.id().toString(),
            client.tokenRevocation(),
            SCOPE,
            family.authTime());
    var validity = client.validity();
    return new IssuedTokens(
        minter.accessToken(subject, session, issuedAt, issuedAt.plus(validity.access())),
        minter.idToken(subject, session, issuedAt, issuedAt.plus(validity.id())),
        refresh,
        validity.access());
  }
}
