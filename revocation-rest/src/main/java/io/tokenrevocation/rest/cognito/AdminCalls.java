package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.Messages;
import io.tokenrevocation.pool.UserPools;
import io.tokenrevocation.rest.Refusals;
import io.tokenrevocation.rest.sigv4.AccessKey;
import io.tokenrevocation.rest.sigv4.AccessRefusedException;
import io.tokenrevocation.rest.sigv4.RawRequest;
import io.tokenrevocation.rest.sigv4.SignatureVerifier;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls the operations for administrators.
 *
 * <p>Who calls is asked before anything else is looked at, and what they may before anything is
 * looked up: a key learns nothing about pools it has not been allowed.
 */
@Dependent
final class AdminCalls {

  private static final System.Logger LOG = System.getLogger(AdminCalls.class.getName());

  private final SignatureVerifier verifier;
  private final UserPools pools;
  private final Refusals refusals;

  @Inject
  AdminCalls(SignatureVerifier verifier, UserPools pools, Refusals refusals) {
    this.verifier = verifier;
    this.pools = pools;
    this.refusals = refusals;
  }

  /**
   * Calls one.
   *
   * @throws io.tokenrevocation.rest.sigv4.AccessRefusedException if the caller may not
   * @throws CognitoError if it is refused
   */
  @Nullable JsonObject call(AdminOperation operation, RawRequest request, byte[] body) {
    var key = verifier.authenticate(request);
    var caller = new Refusals.Call("key " + key.id(), operation.name(), null);
    try {
      return call(operation, key, body);
    } catch (AccessRefusedException notAllowed) {
      refusals.refused(caller, "forbidden");
      throw notAllowed;
    } catch (CognitoError error) {
      if (operation.isRefusedOnRecord() && error.status() < 500) {
        refusals.refused(caller, error.type());
      }
      throw error;
    }
  }

  private @Nullable JsonObject call(AdminOperation operation, AccessKey key, byte[] body) {
    key.require(operation.name());
    var input = Input.parse(new String(body, StandardCharsets.UTF_8)).signedBy(key.id());
    input.check(members(operation));
    var poolId = input.required(AdminOperation.USER_POOL_ID);
    key.require(operation.name(), poolId);
    if (pools.find(poolId).isEmpty()) {
      throw CognitoError.unknownPool(poolId);
    }
    var answer = operation.call(input);
    LOG.log(Level.INFO, Messages.ADMINISTERED.text(key.id(), operation.name(), poolId));
    return answer;
  }

  private static Member[] members(AdminOperation operation) {
    var members = new ArrayList<>(List.of(AdminOperation.USER_POOL_ID));
    members.addAll(operation.members());
    return members.toArray(Member[]::new);
  }
}
