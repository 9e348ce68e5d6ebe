package io.tokenrevocation.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The OpenAPI description in the jar, and what it says of documents. */
public final class OpenApiDescription {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

  private final JsonObject document;

  private OpenApiDescription(JsonObject document) {
    this.document = document;
  }

  /** Reads it. */
  public static OpenApiDescription read() {
    try (var reader = Json.createReader(new ByteArrayInputStream(OpenApiResource.description()))) {
      return new OpenApiDescription(reader.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Such as {@code GET /user-pools}. */
  Set<String> operations() {
    var operations = new TreeSet<String>();
    paths()
        .forEach(
            (path, item) ->
                item.asJsonObject().keySet().stream()
                    .filter(METHODS::contains)
                    .forEach(
                        method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return operations;
  }

  JsonObject operation(String methodAndPath) {
    var parts = methodAndPath.split(" ", 2);
    return paths().getJsonObject(parts[1]).getJsonObject(parts[0].toLowerCase(Locale.ROOT));
  }

  /** The names of an operation's parameters that stand somewhere, such as in the query. */
  Set<String> parameters(String methodAndPath, String where) {
    var all = operation(methodAndPath).getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY);
    return all.asJsonArray().getValuesAs(JsonObject.class).stream()
        .filter(parameter -> parameter.getString("in").equals(where))
        .map(parameter -> parameter.getString("name"))
        .collect(Collectors.toSet());
  }

  /** The members of an operation's body; empty if it takes none. */
  public Set<String> bodyMembers(String methodAndPath) {
    var body = operation(methodAndPath).getJsonObject("requestBody");
    return body == null ? Set.of() : properties(schemaIn(body)).keySet();
  }

  /** What is wrong with an answer, in words: members that are not described, or are missing. */
  public List<String> faults(String schema, String answer) {
    try (var reader = Json.createReader(new StringReader(answer))) {
      var faults = new ArrayList<String>();
      check(reader.readValue(), schema(schema), schema, faults);
      return faults;
    }
  }

  /** The members of a schema. */
  Set<String> members(String schema) {
    return properties(schema(schema)).keySet();
  }

  /** Everything that is pointed at, and not there. */
  List<String> danglingReferences() {
    var dangling = new ArrayList<String>();
    walk(document, dangling);
    return dangling;
  }

  List<String> operationIds() {
    return operations().stream().map(name -> operation(name).getString("operationId")).toList();
  }

  private void walk(JsonValue value, List<String> dangling) {
    if (value instanceof JsonObject object) {
      if (object.containsKey("$ref") && !points(object.getString("$ref"))) {
        dangling.add(object.getString("$ref"));
      }
      object.values().forEach(member -> walk(member, dangling));
    } else if (value instanceof JsonArray array) {
      array.forEach(member -> walk(member, dangling));
    }
  }

  private boolean points(String reference) {
    return Json.createPointer(reference.substring(1)).containsValue(document);
  }

  private void check(JsonValue value, JsonObject schema, String where, List<String> faults) {
    if (schema.containsKey("$ref")) {
      check(value, resolved(schema), where, faults);
    } else if (value.getValueType() == JsonValue.ValueType.NULL) {
      if (!schema.getBoolean("nullable", false)) {
        faults.add(where + " is null");
      }
    } else if (!schema.containsKey("allOf") && !isA(schema.getString("type"), value)) {
      faults.add(where + " is no " + schema.getString("type"));
    } else if (value instanceof JsonObject object) {
      checkMembers(object, schema, where, faults);
    } else if (value instanceof JsonArray array) {
      array.forEach(item -> check(item, schema.getJsonObject("items"), where + "[]", faults));
    } else if (schema.containsKey("enum") && !schema.getJsonArray("enum").contains(value)) {
      faults.add(where + " may not be " + value);
    }
  }

  private void checkMembers(
      JsonObject object, JsonObject schema, String where, List<String> faults) {
    var properties = properties(schema);
    object.forEach(
        (name, member) -> {
          var property = properties.get(name);
          if (property == null && schema.containsKey("additionalProperties")) {
            check(member, schema.getJsonObject("additionalProperties"), where + ".*", faults);
          } else if (property == null) {
            faults.add(where + "." + name + " is not described");
          } else {
            check(member, property.asJsonObject(), where + "." + name, faults);
          }
        });
    for (var name : required(schema)) {
      if (!object.containsKey(name)) {
        faults.add(where + "." + name + " is missing");
      }
    }
  }

  private static boolean isA(String type, JsonValue value) {
    return type(value).equals(type) || (type.equals("number") && value instanceof JsonNumber);
  }

  private static String type(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case NUMBER -> "integer";
      case TRUE, FALSE -> "boolean";
      case NULL -> "null";
    };
  }

  private JsonObject schemaIn(JsonObject holder) {
    return resolved(
        holder.getJsonObject("content").getJsonObject("application/json").getJsonObject("schema"));
  }

  private JsonObject resolved(JsonObject schema) {
    return schema.containsKey("$ref")
        ? Json.createPointer(schema.getString("$ref").substring(1))
            .getValue(document)
            .asJsonObject()
        : schema;
  }

  private Map<String, JsonValue> properties(JsonObject schema) {
    var properties = new LinkedHashMap<String, JsonValue>();
    parts(schema)
        .forEach(
            part ->
                properties.putAll(
                    part.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT).asJsonObject()));
    return properties;
  }

  private List<String> required(JsonObject schema) {
    return parts(schema)
        .flatMap(
            part ->
                part
                    .getOrDefault("required", JsonValue.EMPTY_JSON_ARRAY)
                    .asJsonArray()
                    .getValuesAs(JsonString.class)
                    .stream())
        .map(JsonString::getString)
        .toList();
  }

  /** A schema, or those that it consists of. */
  private Stream<JsonObject> parts(JsonObject schema) {
    return schema.containsKey("allOf")
        ? schema.getJsonArray("allOf").getValuesAs(JsonObject.class).stream().map(this::resolved)
        : Stream.of(schema);
  }

  private JsonObject schema(String name) {
    return document.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
  }

  private JsonObject paths() {
    return document.getJsonObject("paths");
  }
}
