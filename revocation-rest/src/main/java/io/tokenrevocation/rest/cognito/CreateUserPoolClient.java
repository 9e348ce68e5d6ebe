package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.ClientAdministration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds an app client to a pool.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html">CreateUserPoolClient</a>
 */
@Dependent
final class CreateUserPoolClient implements AdminOperation {

  private static final Member NAME = Member.required("ClientName", ClientMembers.NAME);
  private static final Member GENERATE_SECRET =
      Member.optional("GenerateSecret", Constraint.flag());
  private static final Member SECRET = Member.clientSecret();
  private static final List<Member> MEMBERS =
      ClientMembers.settingsAnd(NAME, GENERATE_SECRET, SECRET);

  private final ClientAdministration clients;
  private final ClientAnswer answer;

  @Inject
  CreateUserPoolClient(ClientAdministration clients, ClientAnswer answer) {
    this.clients = clients;
    this.answer = answer;
  }

  @Override
  public String name() {
    return "CreateUserPoolClient";
  }

  @Override
  public List<Member> members() {
    return MEMBERS;
  }

  @Override
  public JsonObject call(Input input) {
    return answer.of(create(input));
  }

  AppClient create(Input input) {
    var secret = secret(input);
    var settings = GivenSettings.read(input, secret != null);
    var poolId = input.required(USER_POOL_ID);
    return clients.create(poolId, input.required(NAME), secret, settings, input.note());
  }

  private @Nullable String secret(Input input) {
    var own = input.optional(SECRET).orElse(null);
    if (!input.isSet(GENERATE_SECRET)) {
      return own;
    }
    if (own != null) {
      throw CognitoError.invalidParameter("Cannot specify both GenerateSecret and ClientSecret");
    }
    return clients.newSecret();
  }
}
