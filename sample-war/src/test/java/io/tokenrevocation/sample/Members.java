package io.tokenrevocation.sample;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The body of a request, member by member. */
final class Members {

  private final JsonObjectBuilder members = Json.createObjectBuilder();

  private Members() {}

  static Members with(String name, @Nullable String value) {
    return new Members().and(name, value);
  }

  /** Adds a member; null leaves it out. */
  Members and(String name, @Nullable String value) {
    if (value != null) {
      members.add(name, value);
    }
    return this;
  }

  Members and(String name, JsonValue value) {
    members.add(name, value);
    return this;
  }

  /** The body of a sign-in, or of a refresh. */
  static Members auth(String flow, TestClient client, Members parameters) {
    return with("AuthFlow", flow)
        .and("ClientId", client.id())
        .and("AuthParameters", parameters.json());
  }

  /** With the right password. */
  static Members password(String username) {
    return with("USERNAME", username).and("PASSWORD", Sample.PASSWORD);
  }

  JsonObject json() {
    return members.build();
  }

  @Override
  public String toString() {
    return json().toString();
  }
}
