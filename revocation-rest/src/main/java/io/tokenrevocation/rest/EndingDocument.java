package io.tokenrevocation.rest;

import io.tokenrevocation.pool.Effect;
import io.tokenrevocation.pool.Ending;
import io.tokenrevocation.pool.Refusal;
import jakarta.json.Json;
import java.util.Set;
import java.util.UUID;

/** The end of sessions in JSON: how it is asked for, and what it hit. */
final class EndingDocument {

  static final Set<String> MEMBERS = Set.of("reason", "dryRun");
  static final Set<String> MEMBERS_WITH_KEPT = Set.of("keep", "reason", "dryRun");
  static final Set<String> OWN_MEMBERS = Set.of("dryRun");

  private static final int LONGEST_ID = 36;

  private final JsonDocument members;

  private EndingDocument(JsonDocument members) {
    this.members = members;
  }

  /** Reads the body of an administrator's call. */
  static EndingDocument parse(String body) {
    return parse(body, MEMBERS);
  }

  /** Reads the body of an administrator's call that says which session to keep. */
  static EndingDocument parseWithKept(String body) {
    return parse(body, MEMBERS_WITH_KEPT);
  }

  /** Reads the body of a user's call, who need not say why. */
  static EndingDocument parseOwn(String body) {
    return parse(body, OWN_MEMBERS);
  }

  private static EndingDocument parse(String body, Set<String> known) {
    return new EndingDocument(JsonDocument.parse(body, known).withoutNulls());
  }

  /** By whom, why, and whether at all. */
  Ending ending(String author) {
    return new Ending(members.note(author), members.isTrue("dryRun"));
  }

  /** Which session to keep. */
  UUID kept() {
    return PathValue.session(
        members
            .plainText("keep", LONGEST_ID)
            .orElseThrow(() -> Problem.invalidMember("keep", "must be the id of a session")));
  }

  /** The answer. */
  static String of(Effect effect, boolean dryRun) {
    var clients = Json.createArrayBuilder();
    for (var client : effect.atClients()) {
      clients.add(
          Json.createObjectBuilder()
              .add("clientId", client.clientId())
              .add("sessions", client.sessions()));
    }
    var answer = Json.createObjectBuilder().add("dryRun", dryRun);
    if (effect.sessions().isPresent()) {
      answer.add("sessions", effect.sessions().getAsLong());
    } else {
      answer.addNull("sessions");
    }
    answer.add("clients", clients);
    if (effect.atLeast()) {
      answer.add("atLeast", true);
    }
    return answer.build().toString();
  }

  /** Why the other sessions have not been ended. */
  static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case UNKNOWN_SESSION -> Problem.unknownSession();
      case REVOKED ->
          Problem.conflict(
              "session-over",
              "The session is over",
              "The one to keep is not live: sign the user out, or keep another.");
      default -> throw new IllegalStateException("ending sessions is not refused for " + refusal);
    };
  }
}
