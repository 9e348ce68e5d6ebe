package io.tokenrevocation.rest;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An error answer of the JSON API, {@code application/problem+json}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457: Problem Details for HTTP APIs</a>
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String TYPE = "application/problem+json";

  private final int status;
  private final String name;
  private final String title;
  private final String detail;
  private final List<String> challenges;

  private Problem(int status, String name, String title, String detail, String... challenges) {
    super(detail, null, false, false);
    this.status = status;
    this.name = name;
    this.title = title;
    this.detail = detail;
    this.challenges = List.of(challenges);
  }

  /** The request means nothing, or nothing here. */
  public static Problem badRequest(String name, String title, String detail) {
    return new Problem(400, name, title, detail);
  }

  /** The body as a whole is not what it must be. */
  public static Problem invalidBody(String detail) {
    return badRequest("invalid-body", "The body is not valid", detail);
  }

  /** Something in the body is not what it must be. */
  public static Problem invalidMember(String member, String must) {
    return badRequest("invalid-member", "A member is not valid", member + " " + must + ".");
  }

  /** The caller did not say who they are, or was not believed (RFC 9110, 11.6.1). */
  public static Problem unauthenticated(String detail) {
    return new Problem(
        401, "unauthenticated", "Who are you?", detail, "Bearer", "AWS4-HMAC-SHA256");
  }

  static Problem invalidToken(String detail) {
    return new Problem(
        401, "unauthenticated", "Who are you?", detail, "Bearer error=\"invalid_token\"");
  }

  /** Only an access token will do. */
  static Problem noAccessToken() {
    return new Problem(
        401, "unauthenticated", "Who are you?", "One access token is needed.", "Bearer");
  }

  static Problem insufficientScope(String scope) {
    return new Problem(
        403,
        "forbidden",
        "You may not do this",
        "The access token does not have the scope " + scope + ".",
        "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
  }

  /** Only those with a credential of their own may follow the feed. */
  static Problem unknownFollower(String challenge) {
    return new Problem(
        401,
        "unauthenticated",
        "Who are you?",
        "One of revocation.feed-credentials is needed.",
        challenge);
  }

  /** The caller is known, and may not do it. */
  public static Problem forbidden(String detail) {
    return new Problem(403, "forbidden", "You may not do this", detail);
  }

  /** There is nothing of that name. */
  public static Problem notFound(String name, String title, String detail) {
    return new Problem(404, name, title, detail);
  }

  static Problem unknownUserPool() {
    return notFound(
        "unknown-user-pool", "There is no such user pool", "This authority has no such one.");
  }

  static Problem unknownUser() {
    return notFound("unknown-user", "There is no such user", "The user pool has no such one.");
  }

  static Problem unknownSession() {
    return notFound(
        "unknown-session",
        "There is no such session",
        "It must be a session of this user pool and user; long expired ones are not known.");
  }

  /** Something in the address is not what it must be. */
  static Problem invalidParameter(String parameter, String must) {
    return badRequest(
        "invalid-parameter", "A parameter is not valid", parameter + " " + must + ".");
  }

  /** Not as things are now. */
  static Problem conflict(String name, String title, String detail) {
    return new Problem(409, name, title, detail);
  }

  /**
   * Another refusal.
   *
   * @param status of the answer
   * @param name the last part of its type
   * @param title the same for every such problem
   * @param detail what to do about it
   * @return the problem
   */
  public static Problem of(int status, String name, String title, String detail) {
    return new Problem(status, name, title, detail);
  }

  /** It may not have been done, or is not known. */
  public static Problem unavailable() {
    return new Problem(
        503, "unavailable", "Try again later", "It may not have been done, or is not known now.");
  }

  /** What was asked for cannot be read. */
  static Problem unknownNow() {
    return new Problem(503, "unavailable", "Try again later", "It is not known now.");
  }

  /** Our fault. */
  public static Problem serverError() {
    return new Problem(500, "server-error", "The request failed", "The log says why.");
  }

  /** What has no meaning here. */
  public static Problem ofStatus(int status) {
    return new Problem(
        status, "not-understood", "The request is not understood here", "See the documentation.");
  }

  /** What the audit trail says of it; empty if it is no refusal but a failure of ours. */
  Optional<String> refusal() {
    return status < 500 ? Optional.of(name + ": " + detail) : Optional.empty();
  }

  /** The answer of a resource. */
  public Response toResponse() {
    var response = Response.status(status).entity(body());
    headers().forEach(header -> response.header(header.getKey(), header.getValue()));
    return response.build();
  }

  /**
   * Answers a request to a servlet.
   *
   * @param response not committed
   * @throws IOException if the client went away
   */
  public void send(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    headers().forEach(header -> response.addHeader(header.getKey(), header.getValue()));
    response.getOutputStream().write(body().getBytes(StandardCharsets.UTF_8));
  }

  private String body() {
    return Json.createObjectBuilder()
        .add("type", "urn:token-revocation:problem:" + name)
        .add("title", title)
        .add("status", status)
        .add("detail", detail)
        .build()
        .toString();
  }

  private List<Map.Entry<String, String>> headers() {
    var headers = new ArrayList<Map.Entry<String, String>>();
    headers.add(Map.entry(HttpHeaders.CONTENT_TYPE, TYPE));
    headers.add(Map.entry(HttpHeaders.CACHE_CONTROL, "no-store"));
    challenges.forEach(each -> headers.add(Map.entry(HttpHeaders.WWW_AUTHENTICATE, each)));
    if (status == 503) {
      headers.add(Map.entry(HttpHeaders.RETRY_AFTER, "1"));
    }
    return headers;
  }
}
