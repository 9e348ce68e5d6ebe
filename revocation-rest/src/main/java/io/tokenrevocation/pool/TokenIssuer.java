package io.tokenrevocation.pool;

import io.tokenrevocation.mint.TokenMinter;
import io.tokenrevocation.mint.TokenMinter.TokenSession;
import io.tokenrevocation.mint.TokenMinter.TokenSubject;
import java.time.Instant;
import java.util.Optional;

/** Mints the tokens of a family that has been committed with their bounds. */
final class TokenIssuer {

  private final TokenMinter minter;
  private final UserPools pools;

  TokenIssuer(TokenMinter minter, UserPools pools) {
    this.minter = minter;
    this.pools = pools;
  }

  /** Those of a new family. */
  IssuedTokens signedIn(AppClient client, User user, Family family, RefreshToken refreshToken) {
    return issue(
        client,
        user,
        family,
        family.authTime(),
        Optional.of(refreshToken),
        client.tokenRevocation());
  }

  /** Further ones. */
  IssuedTokens refreshed(
      AppClient client, User user, Family family, Instant issuedAt, Optional<RefreshToken> next) {
    return issue(client, user, family, issuedAt, next, hasOrigin(client));
  }

  private IssuedTokens issue(
      AppClient client,
      User user,
      Family family,
      Instant issuedAt,
      Optional<RefreshToken> refreshToken,
      boolean originInAccessToken) {
    var subject =
        new TokenSubject(
            family.owner().subject(), user.username(), user.groups(), user.attributes());
    var access = session(client, family, originInAccessToken);
    var id = session(client, family, hasOrigin(client));
    var validity = client.validity();
    return new IssuedTokens(
        minter.accessToken(subject, access, issuedAt, issuedAt.plus(validity.access())),
        minter.idToken(subject, id, issuedAt, issuedAt.plus(validity.id())),
        refreshToken.map(RefreshToken::text),
        validity.access());
  }

  private TokenSession session(AppClient client, Family family, boolean hasOrigin) {
    return new TokenSession(
        client.poolId(),
        pools.started(client.poolId()).issuer(),
        client.id(),
        family.id().toString(),
        hasOrigin,
        IssuedTokens.SCOPE,
        family.authTime());
  }

  /** Of all tokens but the access token of a sign-in, which goes by token revocation alone. */
  private static boolean hasOrigin(AppClient client) {
    return client.tokenRevocation() || client.rotates();
  }
}
