package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.ClientAdministration;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.rest.ContentType;
import io.tokenrevocation.rest.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The app clients of a user pool as a resource, with the members of Cognito's operations, for
 * administrators whom an SDK is of no use to: those of the console. Answers problems (RFC 9457).
 */
@Path("{userPoolId}/app-clients")
@RequestScoped
public class AppClientsResource {

  private static final String CLIENT_ID = "ClientId";

  private AppClientCalls calls;
  private ClientAdministration clients;
  private AppClientOperations operations;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public AppClientsResource() {}

  /**
   * Made by CDI.
   *
   * @param calls lets administrators in
   * @param clients finds them
   * @param operations what is done with them
   */
  @Inject
  AppClientsResource(
      AppClientCalls calls, ClientAdministration clients, AppClientOperations operations) {
    this.calls = calls;
    this.clients = clients;
    this.operations = operations;
  }

  /**
   * Lists them, page by page.
   *
   * @param request of an administrator
   * @param poolId the pool
   * @param limit how many at most, 1 to 60
   * @param after the {@code NextToken} of the page before
   * @return 200
   * @throws IOException if the client went away
   */
  @GET
  public Response list(
      @Context HttpServletRequest request,
      @PathParam("userPoolId") String poolId,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after)
      throws IOException {
    var list = operations.list();
    return calls.answer(
        request,
        InputStream.nullInputStream(),
        list,
        poolId,
        call ->
            json(
                Response.ok(),
                list.call(call.members(list.members(), ListUserPoolClients.page(limit, after)))));
  }

  /**
   * Creates one.
   *
   * @param request of an administrator
   * @param headers of the request
   * @param poolId the pool
   * @param body the members of {@code CreateUserPoolClient} but for the pool
   * @return 201, without the secret
   * @throws IOException if the client went away
   */
  @POST
  public Response create(
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @PathParam("userPoolId") String poolId,
      InputStream body)
      throws IOException {
    var create = operations.create();
    return calls.answer(
        request,
        body,
        create,
        poolId,
        call -> {
          requireJson(headers);
          var created = create.create(call.json(create.members(), Map.of()));
          call.log();
          var address = URI.create(request.getRequestURI() + "/" + created.id());
          return tagged(Response.created(address), created);
        });
  }

  /**
   * Reads one.
   *
   * @param request of an administrator
   * @param poolId the pool
   * @param clientId the client
   * @return 200 with an ETag, without the secret
   * @throws IOException if the client went away
   */
  @GET
  @Path("{clientId}")
  public Response read(
      @Context HttpServletRequest request,
      @PathParam("userPoolId") String poolId,
      @PathParam("clientId") String clientId)
      throws IOException {
    return calls.answer(
        request,
        InputStream.nullInputStream(),
        operations.describe(),
        poolId,
        call -> tagged(Response.ok(), find(call, clientId)));
  }

  /**
   * Gives one new settings, all of them.
   *
   * @param request of an administrator
   * @param headers of the request
   * @param poolId the pool
   * @param clientId the client
   * @param body the members of {@code UpdateUserPoolClient} but for pool and client
   * @return 200, as it is now
   * @throws IOException if the client went away
   */
  @PUT
  @Path("{clientId}")
  public Response update(
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @PathParam("userPoolId") String poolId,
      @PathParam("clientId") String clientId,
      InputStream body)
      throws IOException {
    var update = operations.update();
    return calls.answer(
        request,
        body,
        update,
        poolId,
        call -> {
          requireJson(headers);
          var seen = ClientTag.required(headers.getHeaderString(HttpHeaders.IF_MATCH));
          var input = call.json(update.members(), id(clientId));
          var updated = update.update(input, client -> ClientTag.requireMatch(seen, client));
          call.log();
          return tagged(Response.ok(), updated);
        });
  }

  /**
   * Deletes one, and takes everything out of use that it was given.
   *
   * @param request of an administrator
   * @param poolId the pool
   * @param clientId the client
   * @param ifMatch the ETag it was read with
   * @return 204
   * @throws IOException if the client went away
   */
  @DELETE
  @Path("{clientId}")
  public Response delete(
      @Context HttpServletRequest request,
      @PathParam("userPoolId") String poolId,
      @PathParam("clientId") String clientId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch)
      throws IOException {
    var delete = operations.delete();
    return calls.answer(
        request,
        InputStream.nullInputStream(),
        delete,
        poolId,
        call -> {
          var seen = ClientTag.required(ifMatch);
          var input = call.members(delete.members(), id(clientId));
          delete.delete(input, client -> ClientTag.requireMatch(seen, client));
          call.log();
          return Response.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        });
  }

  /**
   * Tells the secret of one.
   *
   * @param request of an administrator
   * @param poolId the pool
   * @param clientId the client
   * @return 200 with {@code ClientSecret}
   * @throws IOException if the client went away
   */
  @POST
  @Path("{clientId}/secret")
  public Response tellSecret(
      @Context HttpServletRequest request,
      @PathParam("userPoolId") String poolId,
      @PathParam("clientId") String clientId)
      throws IOException {
    return calls.answer(
        request,
        request.getInputStream(),
        operations.describe(),
        poolId,
        call -> {
          var secret =
              clients
                  .tellSecret(find(call, clientId), Note.by(call.author()))
                  .orElseThrow(AppClientsResource::noSecret);
          call.log();
          return json(
              Response.ok(), Json.createObjectBuilder().add("ClientSecret", secret).build());
        });
  }

  private static Problem noSecret() {
    return Problem.notFound("no-secret", "There is no secret", "The app client is a public one.");
  }

  private AppClient find(AppClientCalls.Call call, String clientId) {
    var known = List.of(Member.clientId());
    var checked = call.members(known, id(clientId));
    return clients
        .find(call.poolId(), checked.required(known.get(0)))
        .orElseThrow(CognitoError::noSuchClient);
  }

  private static Map<String, JsonValue> id(String clientId) {
    return Map.of(CLIENT_ID, Json.createValue(clientId));
  }

  private static void requireJson(HttpHeaders headers) {
    if (!ContentType.is(MediaType.APPLICATION_JSON, headers)) {
      throw Problem.ofStatus(415);
    }
  }

  private static Response tagged(Response.ResponseBuilder response, AppClient client) {
    return json(
        response.header(HttpHeaders.ETAG, ClientTag.of(client)),
        ClientAnswer.withoutSecret(client));
  }

  private static Response json(Response.ResponseBuilder response, JsonObject body) {
    return response
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(body.toString())
        .build();
  }
}
