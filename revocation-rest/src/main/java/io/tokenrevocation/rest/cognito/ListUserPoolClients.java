package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.ClientAdministration;
import io.tokenrevocation.pool.ClientPage;
import io.tokenrevocation.rest.Problem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Returns the app clients of a pool, page by page.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPoolClients.html">ListUserPoolClients</a>
 */
@Dependent
final class ListUserPoolClients implements AdminOperation {

  private static final long MOST = 60;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private static final Member MAX_RESULTS =
      Member.optional("MaxResults", Constraint.whole(1, MOST));
  private static final Member NEXT_TOKEN =
      Member.optional("NextToken", Constraint.text(Pattern.compile("[\\S]+"), 1, 131_072));

  private final ClientAdministration clients;

  @Inject
  ListUserPoolClients(ClientAdministration clients) {
    this.clients = clients;
  }

  @Override
  public String name() {
    return "ListUserPoolClients";
  }

  @Override
  public List<Member> members() {
    return List.of(MAX_RESULTS, NEXT_TOKEN);
  }

  @Override
  public JsonObject call(Input input) {
    var limit = Math.toIntExact(input.number(MAX_RESULTS).orElse(MOST));
    return clients
        .list(input.required(USER_POOL_ID), limit, input.optional(NEXT_TOKEN).orElse(null))
        .map(ListUserPoolClients::answer)
        .orElseThrow(() -> CognitoError.invalidParameter("Invalid pagination token given."));
  }

  /** The members that the parameters of a query stand for. */
  static Map<String, JsonValue> page(@Nullable String limit, @Nullable String after) {
    var page = new HashMap<String, JsonValue>();
    if (limit != null) {
      if (!NUMBER.matcher(limit).matches()) {
        throw Problem.badRequest("invalid-limit", "The limit is not valid", "It is a number.");
      }
      page.put(MAX_RESULTS.name(), Json.createValue(Integer.parseInt(limit)));
    }
    if (after != null) {
      page.put(NEXT_TOKEN.name(), Json.createValue(after));
    }
    return page;
  }

  private static JsonObject answer(ClientPage page) {
    var answer = Json.createObjectBuilder();
    page.next().ifPresent(token -> answer.add("NextToken", token));
    var list = Json.createArrayBuilder();
    page.clients().forEach(client -> list.add(ClientAnswer.briefly(client)));
    return answer.add("UserPoolClients", list).build();
  }
}
