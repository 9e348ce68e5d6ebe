package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.User;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * Returns the user of an access token.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html">GetUser</a>
 */
@Dependent
final class GetUser implements Operation {

  private static final Member ACCESS_TOKEN = Member.token("AccessToken");

  private final AccessTokens accessTokens;

  @Inject
  GetUser(AccessTokens accessTokens) {
    this.accessTokens = accessTokens;
  }

  @Override
  public String name() {
    return "GetUser";
  }

  @Override
  public JsonObject call(Input input) {
    input.check(ACCESS_TOKEN);
    var user = accessTokens.session(input.required(ACCESS_TOKEN)).user();
    return Json.createObjectBuilder()
        .add("UserAttributes", attributes(user))
        .add("Username", user.username())
        .build();
  }

  private static JsonArrayBuilder attributes(User user) {
    var attributes = Json.createArrayBuilder();
    user.attributes().forEach((name, value) -> attributes.add(attribute(name, value)));
    return attributes.add(attribute("sub", user.subject()));
  }

  private static JsonObjectBuilder attribute(String name, String value) {
    return Json.createObjectBuilder().add("Name", name).add("Value", value);
  }
}
