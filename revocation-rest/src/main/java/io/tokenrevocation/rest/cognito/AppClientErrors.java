package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.rest.Problem;
import io.tokenrevocation.rest.ProblemMapper;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/** Answers what goes wrong at the resource of app clients with a problem. */
final class AppClientErrors {

  private static final Pattern PATH = Pattern.compile("/?[^/]+/app-clients(/.*)?");

  private AppClientErrors() {}

  /** Tells whether a path is that of the resource. */
  static boolean areAt(String path) {
    return PATH.matcher(path).matches();
  }

  static Response of(Throwable exception) {
    return exception instanceof CognitoError error
        ? problem(error).toResponse()
        : new ProblemMapper().toResponse(exception);
  }

  private static Problem problem(CognitoError error) {
    return switch (error.type()) {
      case "ResourceNotFoundException" ->
          Problem.notFound(
              "unknown-app-client", "There is no such app client", "The path must name one.");
      case "SerializationException" -> Problem.invalidBody(error.text());
      default -> Problem.badRequest("invalid-settings", "The settings are not valid", error.text());
    };
  }
}
