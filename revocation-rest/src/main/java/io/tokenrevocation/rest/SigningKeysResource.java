package io.tokenrevocation.rest;

import io.tokenrevocation.pool.Outcome;
import io.tokenrevocation.pool.PublishedKey;
import io.tokenrevocation.pool.Refusal;
import io.tokenrevocation.pool.SigningKeyRotation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Tells of the signing keys of a user pool, and rotates them on demand. */
@Path("user-pools/{userPoolId}/signing-keys")
@RequestScoped
public class SigningKeysResource {

  /** By this name an access key is allowed to rotate signing keys. */
  private static final String OPERATION = "RotateSigningKeys";

  private UserPoolCalls calls;
  private SigningKeyRotation rotation;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public SigningKeysResource() {}

  /**
   * Made by CDI.
   *
   * @param calls lets administrators in
   * @param rotation rotates
   */
  @Inject
  SigningKeysResource(UserPoolCalls calls, SigningKeyRotation rotation) {
    this.calls = calls;
    this.rotation = rotation;
  }

  /**
   * Lists the keys that are published.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @param poolId the user pool
   * @return 200 with all of them, from when they sign, and since when they are there
   * @throws IOException if the client went away
   */
  @GET
  public Response list(@Context HttpServletRequest request, @PathParam("userPoolId") String poolId)
      throws IOException {
    return calls.tell(
        request,
        "ListSigningKeys",
        poolId,
        call -> {
          var keys = rotation.list(poolId).orElseThrow(SigningKeysResource::problem);
          return AdministratorCall.answer(SigningKeysDocument.ofAged(keys));
        });
  }

  /**
   * Publishes the next keys, or removes those that somebody else may know. Doing it again changes
   * nothing.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @param headers of the request
   * @param poolId the user pool
   * @param body an object; may name {@code compromised} keys and a {@code reason}
   * @return 200 with all keys that are published, and from when they sign
   * @throws IOException if the client went away
   */
  @POST
  public Response rotate(
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @PathParam("userPoolId") String poolId,
      InputStream body)
      throws IOException {
    return calls.answer(
        request,
        body,
        OPERATION,
        poolId,
        call -> {
          var document = SigningKeysDocument.parse(call.json(headers));
          var keys =
              rotate(poolId, call.administrator(), document)
                  .orElseThrow(SigningKeysResource::problem);
          return AdministratorCall.answer(SigningKeysDocument.of(keys));
        });
  }

  private Outcome<List<PublishedKey>> rotate(
      String poolId, Administrator administrator, SigningKeysDocument document) {
    var compromised = document.compromised();
    var note = document.note(administrator.name());
    return compromised.isEmpty()
        ? rotation.rotate(poolId, note)
        : rotation.replace(poolId, compromised, note);
  }

  private static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case UNKNOWN_POOL -> Problem.unknownUserPool();
      case TOO_MANY_KEYS ->
          Problem.conflict(
              "too-many-keys",
              "There are too many keys",
              "The user pool has been given new keys so often that old ones must expire first.");
      default -> throw new IllegalStateException("rotating is not refused for " + refusal);
    };
  }
}
