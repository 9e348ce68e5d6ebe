package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AppClients;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** What an administrator is told about an app client: its settings as they were given, and more. */
@Dependent
final class ClientAnswer {

  /** Of the settings that were left out, those that are told nevertheless. */
  private static final Map<String, JsonValue> UNLESS_GIVEN =
      Map.of(
          "AllowedOAuthFlowsUserPoolClient",
          JsonValue.FALSE,
          "AuthSessionValidity",
          Json.createValue(3),
          "EnablePropagateAdditionalUserContextData",
          JsonValue.FALSE,
          "TokenValidityUnits",
          JsonValue.EMPTY_JSON_OBJECT);

  private final AppClients clients;

  @Inject
  ClientAnswer(AppClients clients) {
    this.clients = clients;
  }

  /** All of it, in alphabetical order. */
  JsonObject of(AppClient client) {
    var members = members(client);
    clients
        .secretOf(client)
        .ifPresent(secret -> members.put("ClientSecret", Json.createValue(secret)));
    return answer(members);
  }

  /** All of it but the secret, of which it is told only whether there is one. */
  static JsonObject withoutSecret(AppClient client) {
    var members = members(client);
    members.put("HasClientSecret", client.isConfidential() ? JsonValue.TRUE : JsonValue.FALSE);
    return answer(members);
  }

  private static Map<String, JsonValue> members(AppClient client) {
    var settings = settings(client);
    var members = new TreeMap<String, JsonValue>(UNLESS_GIVEN);
    members.putAll(settings);
    members.put("ClientId", Json.createValue(client.id()));
    members.put("ClientName", Json.createValue(client.name()));
    members.put("CreationDate", EpochSeconds.of(client.createdAt()));
    members.put(
        "EnableTokenRevocation", client.tokenRevocation() ? JsonValue.TRUE : JsonValue.FALSE);
    members.put("LastModifiedDate", EpochSeconds.of(client.modifiedAt()));
    members.put(
        "RefreshTokenValidity",
        Json.createValue(Lifetimes.refreshTokenValidity(client.validity(), settings)));
    members.put("UserPoolId", Json.createValue(client.poolId()));
    return members;
  }

  private static JsonObject answer(Map<String, JsonValue> members) {
    return Json.createObjectBuilder().add("UserPoolClient", object(members)).build();
  }

  /** Only what names it. */
  static JsonObjectBuilder briefly(AppClient client) {
    return Json.createObjectBuilder()
        .add("ClientId", client.id())
        .add("ClientName", client.name())
        .add("UserPoolId", client.poolId());
  }

  private static JsonObject settings(AppClient client) {
    var given = client.settings().asGiven();
    if (given == null) {
      return ofRegistered(client);
    }
    try (var reader = Json.createReader(new StringReader(given))) {
      return reader.readObject();
    }
  }

  /** As an administrator would have given them. */
  private static JsonObject ofRegistered(AppClient client) {
    var settings = Json.createObjectBuilder();
    settings.add(ExplicitFlows.MEMBER, ExplicitFlows.write(client.flows()));
    if (!client.settings().tellsUnknownUsers()) {
      settings.add("PreventUserExistenceErrors", "ENABLED");
    }
    return settings.build();
  }

  private static JsonObjectBuilder object(Map<String, JsonValue> members) {
    var object = Json.createObjectBuilder();
    members.forEach(object::add);
    return object;
  }
}
