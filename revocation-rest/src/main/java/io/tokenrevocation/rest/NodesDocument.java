package io.tokenrevocation.rest;

import io.tokenrevocation.feed.NodeFigures;
import io.tokenrevocation.pool.LastPurge;
import io.tokenrevocation.pool.Node;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** The nodes of this authority in JSON. */
final class NodesDocument {

  private NodesDocument() {}

  static String of(List<Node> nodes, Optional<LastPurge> purge) {
    var array = Json.createArrayBuilder();
    nodes.forEach(node -> array.add(of(node)));
    return Json.createObjectBuilder()
        .add("nodes", array)
        .add("lastPurge", purge.<JsonValue>map(NodesDocument::of).orElse(JsonValue.NULL))
        .build()
        .toString();
  }

  private static JsonObjectBuilder of(Node node) {
    var figures = node.figures();
    return Json.createObjectBuilder()
        .add("id", node.id().toString())
        .add("name", node.name())
        .add("startedAt", node.startedAt().toString())
        .add("seenAt", node.seenAt().toString())
        .add("silentMillis", node.silent().toMillis())
        .add("ready", figures.isReady())
        .add(
            "stalenessMillis",
            figures
                .staleness()
                .<JsonValue>map(staleness -> Json.createValue(staleness.toMillis()))
                .orElse(JsonValue.NULL))
        .add("liveRevocations", figures.liveRevocations())
        .add("indexBytes", figures.indexBytes())
        .add(
            "enforcedMillis",
            figures.enforced().<JsonValue>map(NodesDocument::of).orElse(JsonValue.NULL));
  }

  private static JsonValue of(NodeFigures.Enforced enforced) {
    return Json.createObjectBuilder()
        .add("p50", enforced.p50().toMillis())
        .add("p99", enforced.p99().toMillis())
        .build();
  }

  private static JsonValue of(LastPurge purge) {
    return Json.createObjectBuilder()
        .add("at", purge.at().toString())
        .add("revocations", purge.revocations())
        .add("families", purge.families())
        .build();
  }
}
