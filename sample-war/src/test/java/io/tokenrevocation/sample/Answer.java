package io.tokenrevocation.sample;

import java.net.http.HttpResponse;

/** What came back over plain HTTP. */
record Answer(HttpResponse<String> response) {

  static final String REVOKED = invalidToken("The access token has been revoked");

  /** The challenge of a token that is refused. */
  static String invalidToken(String description) {
    return "Bearer error=\"invalid_token\", error_description=\"" + description + "\"";
  }

  int status() {
    return response.statusCode();
  }

  String body() {
    return response.body();
  }

  /** Empty if there is no such header. */
  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  String challenge() {
    return header("WWW-Authenticate");
  }

  /** For a failure that says what was wrong. */
  @Override
  public String toString() {
    return status() + " " + challenge() + " " + body();
  }
}
