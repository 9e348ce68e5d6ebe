package io.tokenrevocation.rest;

import io.tokenrevocation.pool.SessionEnding;
import io.tokenrevocation.pool.SubjectKey;
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

/** The users of a user pool, and their sessions. */
@Path("user-pools/{userPoolId}/users")
@RequestScoped
public class UsersResource {

  private UserPoolCalls calls;
  private UserSessions sessions;
  private SessionEnding endings;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public UsersResource() {}

  /**
   * Made by CDI.
   *
   * @param calls lets administrators in
   * @param sessions finds users and sessions
   * @param endings ends sessions
   */
  @Inject
  UsersResource(UserPoolCalls calls, UserSessions sessions, SessionEnding endings) {
    this.calls = calls;
    this.sessions = sessions;
    this.endings = endings;
  }

  /**
   * Finds a user.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @param headers of the request
   * @param poolId the user pool
   * @param body with {@code username} or {@code subject}
   * @return 200 with the user as the directory has them
   * @throws IOException if the client went away
   */
  @POST
  @Path("find")
  public Response find(
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @PathParam("userPoolId") String poolId,
      InputStream body)
      throws IOException {
    return calls.answer(
        request,
        body,
        "FindUser",
        poolId,
        call -> {
          var user = UserDocument.parse(call.json(headers)).find(sessions, poolId);
          return AdministratorCall.answer(UserDocument.of(user));
        });
  }

  /**
   * Lists a user's live sessions, newest sign-in first.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @param poolId the user pool
   * @param subject the user; no sessions if there is no such user
   * @param uri may name {@code limit}, how many at most, 1 to 200; and {@code after} of the page
   *     before
   * @return 200 with {@code sessions}, and {@code next} if there are more
   * @throws IOException if the client went away
   */
  @GET
  @Path("{subject}/sessions")
  public Response list(
      @Context HttpServletRequest request,
      @PathParam("userPoolId") String poolId,
      @PathParam("subject") String subject,
      @Context UriInfo uri)
      throws IOException {
    return calls.tell(
        request,
        "ListSessions",
        poolId,
        call -> {
          var owner = new SubjectKey(poolId, PathValue.subject(subject));
          var query = PageQuery.of(Parameters.of(uri));
          var page =
              sessions
                  .list(owner, query.limit(), query.after())
                  .orElseThrow(PageQuery::invalidToken);
          return AdministratorCall.answer(SessionDocument.of(page));
        });
  }

  /**
   * Ends all live sessions of a user but one. Doing it again changes nothing.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @param headers of the request
   * @param poolId the user pool
   * @param subject the user
   * @param body with {@code keep}; may have {@code reason} and {@code dryRun}
   * @return 200 with what was live until then
   * @throws IOException if the client went away
   */
  @POST
  @Path("{subject}/end-others")
  public Response endOthers(
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @PathParam("userPoolId") String poolId,
      @PathParam("subject") String subject,
      InputStream body)
      throws IOException {
    return calls.answer(
        request,
        body,
        "EndOtherSessions",
        poolId,
        call -> {
          var document = EndingDocument.parseWithKept(call.json(headers));
          var how = document.ending(call.administrator().name());
          var effect =
              endings
                  .others(new SubjectKey(poolId, PathValue.subject(subject)), document.kept(), how)
                  .orElseThrow(EndingDocument::problem);
          return AdministratorCall.answer(EndingDocument.of(effect, how.dryRun()));
        });
  }

  /**
   * Ends all sessions of a user. Doing it again changes nothing.
   *
   * @param request of an administrator: signed, with an access token, or from the console
   * @param headers of the request
   * @param poolId the user pool
   * @param subject the user; nothing is ended if there is no such user
   * @param body may have {@code reason} and {@code dryRun}
   * @return 200 with what was live until then
   * @throws IOException if the client went away
   */
  @POST
  @Path("{subject}/sign-out")
  public Response signOut(
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @PathParam("userPoolId") String poolId,
      @PathParam("subject") String subject,
      InputStream body)
      throws IOException {
    return calls.answer(
        request,
        body,
        "SignOutUser",
        poolId,
        call -> {
          var how = EndingDocument.parse(call.json(headers)).ending(call.administrator().name());
          var effect = endings.all(new SubjectKey(poolId, PathValue.subject(subject)), how);
          return AdministratorCall.answer(EndingDocument.of(effect, how.dryRun()));
        });
  }
}
