package io.tokenrevocation.rest.oauth;

import io.tokenrevocation.pool.Authority;
import io.tokenrevocation.rest.OwnApplication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** What all OAuth endpoints do before their own work. No method is final: CDI must proxy them. */
public abstract class OAuthEndpoint {

  private Authority authority;
  private String methods;

  /** For the CDI proxy. */
  @SuppressWarnings("NullAway.Init")
  OAuthEndpoint() {}

  /**
   * Made by an endpoint.
   *
   * @param methods that a page may call it with, separated by commas
   */
  OAuthEndpoint(Authority authority, String methods) {
    this.authority = authority;
    this.methods = methods;
  }

  /**
   * Answers a browser that asks whether it may call.
   *
   * @param request that has come here
   * @param requestedHeaders what the browser would send
   * @return 200
   */
  @OPTIONS
  public Response preflight(
      @Context HttpServletRequest request,
      @HeaderParam("Access-Control-Request-Headers") @DefaultValue("") String requestedHeaders) {
    OwnApplication.OAUTH.require(request);
    return OAuthAnswer.preflight(methods, requestedHeaders);
  }

  /** Refuses a request that came by another application, or before the authority has started. */
  void requireReady(HttpServletRequest request) {
    OwnApplication.OAUTH.require(request);
    authority.requireStarted();
  }

  /** Reads the form of a request, unless it must be refused before. */
  Form form(HttpServletRequest request, HttpHeaders headers, InputStream body) throws IOException {
    requireReady(request);
    return Form.read(headers, body);
  }
}
