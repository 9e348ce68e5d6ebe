package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.SignOut;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * Signs the user of an access token out everywhere.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html">GlobalSignOut</a>
 */
@Dependent
final class GlobalSignOut implements Operation {

  private static final Member ACCESS_TOKEN = Member.token("AccessToken");

  private final AccessTokens accessTokens;
  private final SignOut signOut;

  @Inject
  GlobalSignOut(AccessTokens accessTokens, SignOut signOut) {
    this.accessTokens = accessTokens;
    this.signOut = signOut;
  }

  @Override
  public String name() {
    return "GlobalSignOut";
  }

  @Override
  public JsonObject call(Input input) {
    input.check(ACCESS_TOKEN);
    var session = accessTokens.session(input.required(ACCESS_TOKEN));
    signOut.everywhere(session).orElseThrow(refusal -> AccessTokens.revoked());
    return JsonValue.EMPTY_JSON_OBJECT;
  }
}
