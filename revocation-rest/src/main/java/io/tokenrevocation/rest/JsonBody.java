package io.tokenrevocation.rest;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;

/** Reads JSON that nobody vouches for. */
public final class JsonBody {

  private JsonBody() {}

  /**
   * Reads one value.
   *
   * @param body from an untrusted client
   * @return empty if it is not exactly one JSON value, or one that is nested too deeply
   */
  public static Optional<JsonValue> parse(String body) {
    try (var parser = Json.createParser(new StringReader(body))) {
      parser.next();
      var value = parser.getValue();
      return parser.hasNext() ? Optional.empty() : Optional.of(value);
    } catch (RuntimeException e) {
      return Optional.empty(); // implementations disagree about what they throw
    }
  }
}
