package io.tokenrevocation.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A call of an administrator. On whose tokens they may act is still to be asked.
 *
 * @param administrator who calls
 * @param body whatever was sent
 */
record AdministratorCall(Administrator administrator, String body) {

  /**
   * The body of a call that says it is JSON.
   *
   * @throws Problem if it says anything else
   */
  String json(HttpHeaders headers) {
    return json(headers, body);
  }

  /** A body that is said to be JSON, likewise. */
  static String json(HttpHeaders headers, String body) {
    if (!ContentType.is(MediaType.APPLICATION_JSON, headers)) {
      throw Problem.ofStatus(415);
    }
    return body;
  }

  /** The answer, which nobody may keep. */
  static Response answer(String json) {
    return Response.ok(json, MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
