package io.tokenrevocation.rest.cognito;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The headers and bodies that every answer of Cognito's JSON API has. */
final class Envelope {

  static final String CONTENT_TYPE = "application/x-amz-json-1.1";

  private static final String EXPOSED =
      "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date";

  private static final int LONGEST_HEADER = 1024;

  private Envelope() {}

  /** Without an output shape the body has no bytes; with an empty one it has two. */
  static Response success(@Nullable JsonObject body) {
    var text = body == null ? "" : body.toString();
    return headers(Response.ok()).type(CONTENT_TYPE).entity(text).build();
  }

  static Response error(CognitoError error) {
    var body = Json.createObjectBuilder().add("__type", error.type());
    var answer =
        headers(Response.status(error.status()))
            .type(CONTENT_TYPE)
            .header("x-amzn-ErrorType", error.type() + ":");
    if (!error.text().isEmpty()) {
      body.add(error.messageMember(), error.text());
      answer.header("x-amzn-ErrorMessage", asHeader(error.text()));
    }
    return answer.entity(body.build().toString()).build();
  }

  /** What is no operation at all. */
  static Response notUnderstood() {
    var body =
        Json.createObjectBuilder()
            .add("code", "BadRequest")
            .add("message", "The server did not understand the operation that was requested.")
            .add("type", "client")
            .build();
    return headers(Response.status(404)).type(CONTENT_TYPE).entity(body.toString()).build();
  }

  static Response preflight(String requestedHeaders) {
    return headers(Response.ok())
        .header("Access-Control-Allow-Headers", asHeader(requestedHeaders))
        .header("Access-Control-Allow-Methods", "POST")
        .header("Access-Control-Max-Age", "172800")
        .build();
  }

  private static Response.ResponseBuilder headers(Response.ResponseBuilder response) {
    return response
        .header("x-amzn-RequestId", UUID.randomUUID())
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Expose-Headers", EXPOSED);
  }

  /**
   * A client's own words may be in it: only so much of it, in printable ASCII, goes into a header.
   */
  private static String asHeader(String text) {
    var ascii = text.replaceAll("[^\\x20-\\x7E]", "?");
    return ascii.substring(0, Math.min(ascii.length(), LONGEST_HEADER));
  }
}
