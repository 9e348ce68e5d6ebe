package io.tokenrevocation.rest;

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
import java.io.IOException;
import java.io.InputStream;

/** One session of a user pool. */
@Path("user-pools/{userPoolId}/sessions/{id}")
@RequestScoped
public class SessionsResource {

  private UserPoolCalls calls;
  private UserSessions sessions;
  private SessionEnding endings;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public SessionsResource() {}

  /**
   * Made by CDI.
   *
   * @param calls lets administrators in
   * @param sessions finds sessions
   * @param endings ends them
   */
  @Inject
  SessionsResource(UserPoolCalls calls, UserSessions sessions, SessionEnding endings) {
    this.calls = calls;
    this.sessions = sessions;
    this.endings = endings;
  }

  /**
   * Returns a session.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @param poolId the user pool
   * @param id of the session: {@code origin_jti}, or {@code event_id}, of its tokens
   * @return 200 with the session, and what has become of it
   * @throws IOException if the client went away
   */
  @GET
  public Response get(
      @Context HttpServletRequest request,
      @PathParam("userPoolId") String poolId,
      @PathParam("id") String id)
      throws IOException {
    return calls.tell(
        request,
        "GetSession",
        poolId,
        call -> AdministratorCall.answer(SessionDocument.of(find(poolId, id))));
  }

  /**
   * Ends a session. Doing it again changes nothing.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @param headers of the request
   * @param poolId the user pool
   * @param id of the session
   * @param body may have {@code reason} and {@code dryRun}
   * @return 200 with what was live until then
   * @throws IOException if the client went away
   */
  @POST
  @Path("end")
  public Response end(
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @PathParam("userPoolId") String poolId,
      @PathParam("id") String id,
      InputStream body)
      throws IOException {
    return calls.answer(
        request,
        body,
        "EndSession",
        poolId,
        call -> {
          var how = EndingDocument.parse(call.json(headers)).ending(call.administrator().name());
          var effect = endings.one(find(poolId, id).family(), how);
          return AdministratorCall.answer(EndingDocument.of(effect, how.dryRun()));
        });
  }

  private UserSession find(String poolId, String id) {
    return sessions.find(poolId, PathValue.session(id)).orElseThrow(Problem::unknownSession);
  }
}
