package io.tokenrevocation.rest;

import io.tokenrevocation.pool.UserSession;
import io.tokenrevocation.pool.UserSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** One session of a user pool. */
@Path("user-pools/{userPoolId}/sessions/{id}")
@RequestScoped
public class SessionsResource {

  private UserPoolCalls calls;
  private UserSessions sessions;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public SessionsResource() {}

  /**
   * Made by CDI.
   *
   * @param calls lets administrators in
   * @param sessions finds sessions
   */
  @Inject
  SessionsResource(UserPoolCalls calls, UserSessions sessions) {
    this.calls = calls;
    this.sessions = sessions;
  }

  /**
   * Returns a session.
   *
   * @param request signed, or with the access token of an administrator
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
    calls.read(request, "GetSession", poolId);
    return AdministratorCall.answer(SessionDocument.of(find(poolId, id)));
  }

  private UserSession find(String poolId, String id) {
    return sessions.find(poolId, PathValue.session(id)).orElseThrow(Problem::unknownSession);
  }
}
