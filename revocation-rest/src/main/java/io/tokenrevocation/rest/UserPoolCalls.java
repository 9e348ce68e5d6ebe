package io.tokenrevocation.rest;

import io.tokenrevocation.pool.UserPools;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** Lets in the calls of administrators about one user pool. */
@Dependent
class UserPoolCalls {

  private final AdministratorCalls calls;
  private final UserPools pools;

  @Inject
  UserPoolCalls(AdministratorCalls calls, UserPools pools) {
    this.calls = calls;
    this.pools = pools;
  }

  /**
   * Reads a call without a body.
   *
   * @param operation by this name an access key is allowed to do what is asked
   * @param poolId the pool it is about
   * @throws Problem if the caller may not do it there, or there is no such pool
   * @throws io.tokenrevocation.rest.sigv4.AccessRefusedException the same for a signed request
   * @throws IOException if the client went away
   */
  AdministratorCall read(HttpServletRequest request, String operation, String poolId)
      throws IOException {
    return read(request, InputStream.nullInputStream(), operation, poolId);
  }

  /** Reads a call with a body, likewise. */
  AdministratorCall read(
      HttpServletRequest request, InputStream body, String operation, String poolId)
      throws IOException {
    var call = calls.read(request, body, operation);
    call.administrator().permission().require(poolId);
    if (pools.find(poolId).isEmpty()) {
      throw Problem.unknownUserPool();
    }
    return call;
  }
}
