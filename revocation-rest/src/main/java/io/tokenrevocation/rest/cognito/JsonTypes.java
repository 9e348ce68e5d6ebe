package io.tokenrevocation.rest.cognito;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;

/** JSON values as the types of the service model; others are refused as Cognito's parser does. */
final class JsonTypes {

  /** Looked up once: every method of {@code Json} searches the class path. */
  static final JsonProvider JSON = JsonProvider.provider();

  private JsonTypes() {}

  /** A text as it was sent. */
  static JsonValue text(JsonValue value) {
    string(value);
    return value;
  }

  static String string(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw unexpected(value, "a String");
  }

  /** A fraction is cut off; what is too large becomes the largest number there is. */
  static long whole(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return (long) number.doubleValue();
    }
    throw unexpected(value, "an Integer");
  }

  static boolean flag(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> throw unexpected(value, "a Boolean");
    };
  }

  /** What a list holds; nulls in it do not count. */
  static List<JsonValue> list(JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.stream().filter(item -> item != JsonValue.NULL).toList();
    }
    if (value instanceof JsonObject) {
      throw unexpected(value, "a List");
    }
    throw CognitoError.serialization("Expected list or null");
  }

  /** What a map holds; nulls in it do not count. */
  static JsonObject map(JsonValue value) {
    if (!(value instanceof JsonObject map)) {
      throw CognitoError.serialization("Expected map or null");
    }
    var held = JSON.createObjectBuilder();
    map.forEach(
        (key, item) -> {
          if (item != JsonValue.NULL) {
            held.add(key, item);
          }
        });
    return held.build();
  }

  static JsonObject structure(JsonValue value) {
    if (value instanceof JsonObject structure) {
      return structure;
    }
    if (value instanceof JsonArray) {
      throw unexpected(value, "a Structure");
    }
    throw CognitoError.serialization("Expected null");
  }

  /** How a message shows a value: without quotation marks. */
  static String show(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> string(value);
      case ARRAY -> list(value).stream().map(JsonTypes::show).toList().toString();
      default -> value.toString();
    };
  }

  private static CognitoError unexpected(JsonValue value, String wanted) {
    return CognitoError.serialization(
        switch (value.getValueType()) {
          case OBJECT -> "Start of structure or map found where not expected.";
          case ARRAY -> "Start of list found where not expected.";
          default -> value.getValueType() + "_VALUE can not be converted to " + wanted;
        });
  }
}
