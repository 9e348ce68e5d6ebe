package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.Authority;
import io.tokenrevocation.pool.Messages;
import io.tokenrevocation.pool.UserPools;
import io.tokenrevocation.rest.Administrators;
import io.tokenrevocation.rest.BoundedBody;
import io.tokenrevocation.rest.JsonBody;
import io.tokenrevocation.rest.OwnApplication;
import io.tokenrevocation.rest.Problem;
import io.tokenrevocation.rest.Refusals;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Lets in the calls of administrators to the resource of app clients, each as the operation of
 * Cognito's that it stands for. Who calls is asked before anything else is looked at.
 */
@Dependent
final class AppClientCalls {

  private static final System.Logger LOG = System.getLogger(AppClientCalls.class.getName());
  private static final int MAX_BODY = 256 * 1024;

  private final Authority authority;
  private final Administrators administrators;
  private final UserPools pools;
  private final Refusals refusals;

  @Inject
  AppClientCalls(
      Authority authority, Administrators administrators, UserPools pools, Refusals refusals) {
    this.authority = authority;
    this.administrators = administrators;
    this.pools = pools;
    this.refusals = refusals;
  }

  /** What a call asks for. */
  interface Work {

    /**
     * Does it.
     *
     * @throws Problem if it is refused
     * @throws CognitoError if it is refused
     */
    Response answer(Call call);
  }

  /**
   * Answers a call, and writes to the audit trail if it is refused to somebody we know.
   *
   * @param operation by this name an access key is allowed to do what is asked
   * @throws Problem if the caller may not do it, or there is no such pool
   * @throws io.tokenrevocation.rest.sigv4.AccessRefusedException the same for a signed request
   * @throws IOException if the client went away
   */
  Response answer(
      HttpServletRequest request, InputStream body, Operation operation, String poolId, Work work)
      throws IOException {
    OwnApplication.COGNITO.require(request);
    authority.requireStarted();
    var bytes =
        BoundedBody.bytes(body, MAX_BODY).orElseThrow(() -> Problem.invalidBody("It is too long."));
    var administrator = administrators.of(request, bytes, operation.name());
    var call =
        new Call(
            administrator.name(),
            operation.name(),
            poolId,
            new String(bytes, StandardCharsets.UTF_8));
    return refusals.watch(
        call.forTheTrail(),
        () -> {
          administrator.permission().require(poolId);
          return inPool(call, work);
        });
  }

  private Response inPool(Call call, Work work) {
    if (pools.find(call.poolId()).isEmpty()) {
      throw Problem.notFound(
          "unknown-user-pool", "There is no such user pool", "The path must name one.");
    }
    try {
      return work.answer(call);
    } catch (CognitoError error) {
      refusals.refused(call.forTheTrail(), error.type());
      throw error;
    }
  }

  /**
   * A call that may be made.
   *
   * @param author who calls
   * @param operation what it stands for
   * @param poolId of a pool that there is
   * @param body whatever was sent
   */
  record Call(String author, String operation, String poolId, String body) {

    /** The members that the body must have, and some of the path's. */
    Input json(Collection<Member> known, Map<String, JsonValue> ofPath) {
      var document =
          JsonBody.parse(body)
              .filter(JsonObject.class::isInstance)
              .map(JsonObject.class::cast)
              .orElseThrow(() -> Problem.invalidBody("It must be a JSON object."));
      var names = new HashSet<>(known.stream().map(Member::name).toList());
      names.removeAll(ofPath.keySet());
      if (!names.containsAll(document.keySet())) {
        throw Problem.invalidMember(
            "A member", "is not one of " + names.stream().sorted().toList());
      }
      return input(known, document, ofPath);
    }

    /** The members that a path and a query have. */
    Input members(Collection<Member> known, Map<String, JsonValue> given) {
      return input(known, JsonValue.EMPTY_JSON_OBJECT, given);
    }

    private Input input(
        Collection<Member> known, JsonObject document, Map<String, JsonValue> given) {
      var members = Json.createObjectBuilder(document).add("UserPoolId", poolId);
      given.forEach(members::add);
      var input = Input.of(members.build()).by(author);
      input.check(known);
      input.check(List.of(AdminOperation.USER_POOL_ID));
      return input;
    }

    Refusals.Call forTheTrail() {
      return new Refusals.Call(author, operation, null);
    }

    /** It was done. */
    void log() {
      LOG.log(Level.INFO, Messages.CALLED.text(author, operation, poolId));
    }
  }
}
