package io.tokenrevocation.rest;

import io.tokenrevocation.pool.Effect;
import io.tokenrevocation.pool.Ending;
import io.tokenrevocation.pool.LiveSession;
import io.tokenrevocation.pool.SessionEnding;
import io.tokenrevocation.pool.UserSession;
import io.tokenrevocation.pool.UserSessions;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/** What a user may see and do of their own sessions, with their access token. */
@Path("me")
@RequestScoped
public class MyResource {

  private static final int MAX_BODY = 1024;

  private AccessTokenCalls calls;
  private UserSessions sessions;
  private SessionEnding endings;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public MyResource() {}

  /**
   * Made by CDI.
   *
   * @param calls lets users in
   * @param sessions finds sessions
   * @param endings ends them
   */
  @Inject
  MyResource(AccessTokenCalls calls, UserSessions sessions, SessionEnding endings) {
    this.calls = calls;
    this.sessions = sessions;
    this.endings = endings;
  }

  /**
   * Lists the caller's live sessions, newest sign-in first.
   *
   * @param request with the caller's access token
   * @param uri may name {@code limit}, how many at most, 1 to 200; and {@code after} of the page
   *     before
   * @return 200 with {@code sessions}, each with whether it is the {@code current} one; and {@code
   *     next} if there are more
   */
  @GET
  @Path("sessions")
  public Response list(@Context HttpServletRequest request, @Context UriInfo uri) {
    var current = calls.session(request).family();
    var query = PageQuery.of(Parameters.of(uri));
    var page =
        sessions
            .list(current.owner(), query.limit(), query.after())
            .orElseThrow(PageQuery::invalidToken);
    return AdministratorCall.answer(
        SessionDocument.of(
            page, (family, session) -> session.add("current", family.id().equals(current.id()))));
  }

  /**
   * Ends one of the caller's sessions, which may be the current one.
   *
   * @param request with the caller's access token
   * @param headers of the request
   * @param id of the session
   * @param body may have {@code dryRun}
   * @return 200 with what was live until then
   * @throws IOException if the client went away
   */
  @POST
  @Path("sessions/{id}/end")
  public Response end(
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @PathParam("id") String id,
      InputStream body)
      throws IOException {
    return answer(
        request, headers, body, (caller, how) -> endings.one(own(caller, id).family(), how));
  }

  /**
   * Ends all of the caller's sessions but the current one.
   *
   * @param request with the caller's access token
   * @param headers of the request
   * @param body may have {@code dryRun}
   * @return 200 with what was live until then
   * @throws IOException if the client went away
   */
  @POST
  @Path("sessions/end-others")
  public Response endOthers(
      @Context HttpServletRequest request, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    return answer(
        request,
        headers,
        body,
        (caller, how) ->
            endings
                .others(caller.family().owner(), caller.family().id(), how)
                .orElseThrow(refusal -> AccessTokenCalls.notAccepted()));
  }

  /**
   * Ends all of the caller's sessions.
   *
   * @param request with the caller's access token
   * @param headers of the request
   * @param body may have {@code dryRun}
   * @return 200 with what was live until then
   * @throws IOException if the client went away
   */
  @POST
  @Path("sign-out")
  public Response signOut(
      @Context HttpServletRequest request, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    return answer(
        request,
        headers,
        body,
        (caller, how) ->
            endings.all(caller, how).orElseThrow(refusal -> AccessTokenCalls.notAccepted()));
  }

  private UserSession own(LiveSession caller, String id) {
    var owner = caller.family().owner();
    return sessions
        .find(owner.poolId(), PathValue.session(id))
        .filter(found -> found.family().owner().equals(owner))
        .orElseThrow(Problem::unknownSession);
  }

  private Response answer(
      HttpServletRequest request,
      HttpHeaders headers,
      InputStream body,
      BiFunction<LiveSession, Ending, Effect> act)
      throws IOException {
    var caller = calls.session(request);
    var bytes =
        BoundedBody.bytes(body, MAX_BODY).orElseThrow(() -> Problem.invalidBody("It is too long."));
    var json = AdministratorCall.json(headers, new String(bytes, StandardCharsets.UTF_8));
    var how = EndingDocument.parseOwn(json).ending("user " + caller.user().subject());
    return AdministratorCall.answer(EndingDocument.of(act.apply(caller, how), how.dryRun()));
  }
}
