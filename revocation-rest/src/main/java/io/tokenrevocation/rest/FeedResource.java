package io.tokenrevocation.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The feed of revocations, for applications without the database: {@code docs/feed.md}. */
@Path("feed")
@RequestScoped
public class FeedResource {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,4}");

  /** After that, the desk does not answer at all. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private FeedCredentials credentials;
  private FeedDesk desk;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  public FeedResource() {}

  /**
   * Made by CDI.
   *
   * @param credentials lets followers in
   * @param desk answers them
   */
  @Inject
  FeedResource(FeedCredentials credentials, FeedDesk desk) {
    this.credentials = credentials;
    this.desk = desk;
  }

  /**
   * Answers 200 with what was recorded after a mark.
   *
   * @param request with the credential of a follower
   * @param after the mark, or empty for everything
   * @param wait for how many seconds at most the answer may be kept while there is nothing new
   * @param encoding what the follower can read
   * @param response is resumed
   */
  @GET
  public void read(
      @Context HttpServletRequest request,
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("wait") @DefaultValue("0") String wait,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @DefaultValue("") String encoding,
      @Suspended AsyncResponse response) {
    OwnApplication.REVOCATION.require(request);
    credentials.require(request);
    var longest = seconds(wait);
    response.setTimeout(longest.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
    desk.answer(new FeedCall(after, encoding.contains("gzip"), response), longest);
  }

  private static Duration seconds(String wait) {
    if (!SECONDS.matcher(wait).matches()) {
      throw Problem.badRequest(
          "invalid-wait", "The time to wait is not valid", "wait must be a number of seconds.");
    }
    var wanted = Duration.ofSeconds(Long.parseLong(wait));
    return wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted;
  }
}
