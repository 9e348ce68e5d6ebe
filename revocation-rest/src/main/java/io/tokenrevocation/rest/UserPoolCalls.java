package io.tokenrevocation.rest;

import io.tokenrevocation.pool.UserPool;
import io.tokenrevocation.pool.UserPools;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** Lets in the calls of administrators about one user pool. */
@Dependent
class UserPoolCalls {

  private final AdministratorCalls calls;
  private final UserPools pools;
  private final Refusals refusals;

  @Inject
  UserPoolCalls(AdministratorCalls calls, UserPools pools, Refusals refusals) {
    this.calls = calls;
    this.pools = pools;
    this.refusals = refusals;
  }

  /**
   * Answers a call, and writes to the audit trail if it is refused.
   *
   * @param operation by this name an access key is allowed to do what is asked
   * @param poolId the pool it is about
   * @throws Problem if the caller may not do it there, there is no such pool, or it is refused
   * @throws io.tokenrevocation.rest.sigv4.AccessRefusedException the same for a signed request
   * @throws IOException if the client went away
   */
  Response answer(
      HttpServletRequest request,
      InputStream body,
      String operation,
      String poolId,
      AdministratorCalls.Work work)
      throws IOException {
    var call = calls.read(request, body, operation);
    var known = pools.find(poolId).map(UserPool::id).orElse(null);
    return refusals.watch(
        new Refusals.Call(call.administrator().name(), operation, known),
        () -> {
          call.administrator().permission().require(poolId);
          if (known == null) {
            throw Problem.unknownUserPool();
          }
          return work.answer(call);
        });
  }

  /** Answers a call without a body, likewise. */
  Response tell(
      HttpServletRequest request, String operation, String poolId, AdministratorCalls.Work work)
      throws IOException {
    return AdministratorCalls.told(
        () -> answer(request, InputStream.nullInputStream(), operation, poolId, work));
  }
}
