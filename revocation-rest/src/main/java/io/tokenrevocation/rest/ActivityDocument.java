package io.tokenrevocation.rest;

import io.tokenrevocation.pool.AuditEntry;
import io.tokenrevocation.pool.AuditPage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/** Entries of the audit trail in JSON. */
final class ActivityDocument {

  private ActivityDocument() {}

  static String of(AuditPage page) {
    var entries = Json.createArrayBuilder();
    page.entries().forEach(entry -> entries.add(of(entry)));
    var document = Json.createObjectBuilder().add("entries", entries);
    page.next().ifPresent(next -> document.add("next", next));
    return document.build().toString();
  }

  static JsonObject of(AuditEntry entry) {
    var act = entry.act();
    var document =
        Json.createObjectBuilder()
            .add("number", entry.number())
            .add("at", entry.at().toString())
            .add("action", act.action())
            .add("outcome", act.done() ? "done" : "refused")
            .add("by", act.note().by());
    add(document, "from", entry.from());
    add(document, "userPool", act.poolId());
    var target = act.target();
    if (target != null) {
      add(document, "issuer", target.issuer());
      add(document, "scope", target.scope());
      add(document, "value", target.value());
    }
    add(document, "reason", act.note().reason());
    var sessions = act.sessions();
    if (sessions != null) {
      document.add("sessions", sessions);
    }
    return document.build();
  }

  private static void add(JsonObjectBuilder document, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      document.add(name, text);
    }
  }
}
