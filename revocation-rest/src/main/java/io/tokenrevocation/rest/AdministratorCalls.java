package io.tokenrevocation.rest;

import io.tokenrevocation.pool.Authority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lets in the calls of administrators. */
@Dependent
class AdministratorCalls {

  private static final int MAX_BODY = 16 * 1024;

  private final Authority authority;
  private final Administrators administrators;

  @Inject
  AdministratorCalls(Authority authority, Administrators administrators) {
    this.authority = authority;
    this.administrators = administrators;
  }

  /**
   * Reads a call, and finds out who calls.
   *
   * @param operation by this name an access key is allowed to do what is asked
   * @throws Problem if the body is too long, or the caller may not do it
   * @throws io.tokenrevocation.rest.sigv4.AccessRefusedException the same for a signed request
   * @throws IOException if the client went away
   */
  AdministratorCall read(HttpServletRequest request, InputStream body, String operation)
      throws IOException {
    OwnApplication.REVOCATION.require(request);
    authority.requireStarted();
    var bytes =
        BoundedBody.bytes(body, MAX_BODY).orElseThrow(() -> Problem.invalidBody("It is too long."));
    var administrator = administrators.of(request, bytes, operation);
    return new AdministratorCall(administrator, new String(bytes, StandardCharsets.UTF_8));
  }
}
