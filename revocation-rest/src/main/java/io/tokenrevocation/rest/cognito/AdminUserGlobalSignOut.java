package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.SignOut;
import io.tokenrevocation.pool.SubjectKey;
import io.tokenrevocation.pool.UserDirectory;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * Signs a user out everywhere, at an administrator's wish; a disabled one too.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html">AdminUserGlobalSignOut</a>
 */
@Dependent
final class AdminUserGlobalSignOut implements AdminOperation {

  private static final Member USERNAME = Member.username();

  private final Instance<UserDirectory> users;
  private final SignOut signOut;

  @Inject
  AdminUserGlobalSignOut(Instance<UserDirectory> users, SignOut signOut) {
    this.users = users;
    this.signOut = signOut;
  }

  @Override
  public String name() {
    return "AdminUserGlobalSignOut";
  }

  @Override
  public List<Member> members() {
    return List.of(USERNAME);
  }

  @Override
  public JsonObject call(Input input) {
    var poolId = input.required(USER_POOL_ID);
    var user =
        users.get().find(poolId, input.required(USERNAME)).orElseThrow(CognitoError::unknownUser);
    signOut.everywhere(new SubjectKey(poolId, user.subject()), input.note());
    return JsonValue.EMPTY_JSON_OBJECT;
  }
}
