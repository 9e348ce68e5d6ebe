package io.tokenrevocation.rest;

import io.tokenrevocation.token.JsonNesting;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;

/** Reads JSON that nobody vouches for. */
public final class JsonBody {

  private JsonBody() {}

  /**
   * Reads one value.
   *
   * @param body from an untrusted client
   * @return empty if it is not exactly one JSON value, or has more than a thousand opening brackets
   */
  public static Optional<JsonValue> parse(String body) {
    try (var parser = Json.createParser(new StringReader(body))) {
      JsonNesting.requireBounded(body.getBytes(StandardCharsets.UTF_8));
      parser.next();
      var value = parser.getValue();
      return parser.hasNext() ? Optional.empty() : Optional.of(value);
    } catch (ParseException | RuntimeException e) {
      return Optional.empty(); // implementations disagree about what they throw
    }
  }
}
