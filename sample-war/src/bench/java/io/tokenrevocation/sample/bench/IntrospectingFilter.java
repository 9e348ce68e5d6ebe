package io.tokenrevocation.sample.bench;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Asks the authority about each request's token: RFC 7662. */
@WebFilter("/introspected/*")
public class IntrospectingFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String CLIENT =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(
                  "samplebackend:samplebackendsecret0000000000000000"
                      .getBytes(StandardCharsets.UTF_8));

  private final transient HttpClient client = HttpClient.newHttpClient();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var token = request.getHeader("Authorization").substring("Bearer ".length());
    if (isActive(request, token)) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  private boolean isActive(HttpServletRequest request, String token) throws IOException {
    var endpoint =
        "http://127.0.0.1:"
            + request.getLocalPort()
            + request.getContextPath()
            + "/oauth2/introspect";
    var call =
        HttpRequest.newBuilder(URI.create(endpoint))
            .header("Authorization", CLIENT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
            .build();
    try {
      return client
          .send(call, HttpResponse.BodyHandlers.ofString())
          .body()
          .contains("\"active\":true");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
