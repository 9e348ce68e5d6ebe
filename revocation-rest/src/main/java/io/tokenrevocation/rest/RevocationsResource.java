package io.tokenrevocation.rest;

import io.tokenrevocation.pool.Refusal;
import io.tokenrevocation.pool.RevocationRequest;
import io.tokenrevocation.pool.Revoker;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** Records revocations of any kind, of the tokens of any issuer that is configured. */
@Path("revocations")
@RequestScoped
public class RevocationsResource {

  /** By this name an access key is allowed to record revocations. */
  private static final String OPERATION = "RecordRevocation";

  private AdministratorCalls calls;
  private Revoker revoker;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public RevocationsResource() {}

  /**
   * Made by CDI.
   *
   * @param calls lets administrators in
   * @param revoker revokes
   */
  @Inject
  RevocationsResource(AdministratorCalls calls, Revoker revoker) {
    this.calls = calls;
    this.revoker = revoker;
  }

  /**
   * Records a revocation. Doing it again changes nothing.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @param headers of the request
   * @param body {@code scope}, {@code issuer}, and as the scope wants {@code value} and {@code
   *     issuedBefore}; may have {@code reason} and {@code dryRun}
   * @return 200 with the revocation as it is kept, or with what a dry run would have hit
   * @throws IOException if the client went away
   */
  @POST
  public Response record(
      @Context HttpServletRequest request, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    return calls.answer(
        request,
        body,
        OPERATION,
        call -> AdministratorCall.answer(revoke(call.administrator(), call.json(headers))));
  }

  private String revoke(Administrator administrator, String body) {
    var document = RevocationDocument.parse(body);
    var key = document.key();
    administrator.permission().require(revoker.nameOf(key.issuer()).orElse("*"));
    var wanted =
        new RevocationRequest(key, document.issuedBefore(), document.note(administrator.name()));
    if (document.isDryRun()) {
      var effect = revoker.preview(wanted).orElseThrow(RevocationsResource::problem);
      return EndingDocument.of(effect, true);
    }
    return RevocationDocument.of(revoker.revoke(wanted).orElseThrow(RevocationsResource::problem));
  }

  private static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case UNKNOWN_ISSUER ->
          Problem.badRequest(
              "unknown-issuer",
              "The issuer is not known",
              "issuer must be that of a user pool of this authority, or one that is configured.");
      case UNKNOWN_FAMILY ->
          Problem.notFound(
              "unknown-family",
              "There is no such family",
              "value must be an origin_jti or event_id.");
      case NO_SESSIONS ->
          Problem.badRequest(
              "no-sessions",
              "User pools have no sessions",
              "Their sign-ins have the scope family.");
      case CUT_OFF_NOT_TAKEN ->
          Problem.badRequest(
              "cut-off-not-taken",
              "The scope takes no cut-off",
              "issuedBefore is for the scopes subject, client and issuer.");
      case CUT_OFF_IN_THE_FUTURE ->
          Problem.badRequest(
              "cut-off-in-the-future",
              "The cut-off is in the future",
              "issuedBefore may be ahead of the database's clock by revocation.leeway at most.");
      case CUT_OFF_TOO_OLD ->
          Problem.badRequest(
              "cut-off-too-old",
              "The cut-off is too old",
              "Nothing that was issued before issuedBefore can be live.");
      default -> throw new IllegalStateException("revoking is not refused for " + refusal);
    };
  }
}
