package io.tokenrevocation.rest;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.pool.Authority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** Lets in the calls of administrators. */
@Dependent
class AdministratorCalls {

  private static final System.Logger LOG = System.getLogger(AdministratorCalls.class.getName());

  private static final int MAX_BODY = 16 * 1024;

  private final Authority authority;
  private final Administrators administrators;
  private final Refusals refusals;

  @Inject
  AdministratorCalls(Authority authority, Administrators administrators, Refusals refusals) {
    this.authority = authority;
    this.administrators = administrators;
    this.refusals = refusals;
  }

  /** What a call asks for. */
  interface Work {

    /**
     * Does it.
     *
     * @throws Problem if it is refused
     */
    Response answer(AdministratorCall call);
  }

  /**
   * Answers a call, and writes to the audit trail if it is refused to somebody we know.
   *
   * @param operation by this name an access key is allowed to do what is asked
   * @throws Problem if the body is too long, the caller may not do it, or it is refused
   * @throws io.tokenrevocation.rest.sigv4.AccessRefusedException the same for a signed request
   * @throws IOException if the client went away
   */
  Response answer(HttpServletRequest request, InputStream body, String operation, Work work)
      throws IOException {
    var call = read(request, body, operation);
    return refusals.watch(
        new Refusals.Call(call.administrator().name(), operation, null), () -> work.answer(call));
  }

  /**
   * Answers a call that only reads.
   *
   * @throws Problem also if what it asks for is not known now
   */
  Response tell(HttpServletRequest request, String operation, Work work) throws IOException {
    return told(() -> answer(request, InputStream.nullInputStream(), operation, work));
  }

  /** Something that reads. */
  interface Reading {

    /** Reads. */
    Response answer() throws IOException;
  }

  /** Answers what only reads: when the database is down, it is not known, rather than not done. */
  static Response told(Reading reading) throws IOException {
    try {
      return reading.answer();
    } catch (StoreUnavailableException e) {
      LOG.log(Level.DEBUG, "a request was answered with an error", e);
      throw Problem.unknownNow();
    }
  }

  /** Finds out who makes a call without a body, likewise. */
  AdministratorCall read(HttpServletRequest request, String operation) throws IOException {
    return read(request, InputStream.nullInputStream(), operation);
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
