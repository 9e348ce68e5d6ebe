package io.tokenrevocation.rest;

import io.tokenrevocation.CutOffRevocation;
import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.pool.RecordedRevocation;
import jakarta.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A revocation in JSON: as it is asked for, and as it is answered. */
final class RevocationDocument {

  static final Set<String> MEMBERS =
      Set.of("scope", "issuer", "value", "issuedBefore", "reason", "dryRun");
  private static final int LONGEST_ISSUER = 512;
  private static final int LONGEST_VALUE = 255;

  private final JsonDocument members;

  private RevocationDocument(JsonDocument members) {
    this.members = members;
  }

  /** Reads a body. A member that is null counts as left out. */
  static RevocationDocument parse(String body) {
    return new RevocationDocument(JsonDocument.parse(body, MEMBERS).withoutNulls());
  }

  /** What is to be taken out of use. */
  RevocationKey key() {
    var kind = kind();
    var issuer = required("issuer", LONGEST_ISSUER);
    if (kind != Kind.ISSUER) {
      return new RevocationKey(kind, issuer, required("value", LONGEST_VALUE));
    }
    if (members.text("value").map(value -> !value.equals(issuer)).orElse(false)) {
      throw Problem.invalidMember("value", "must be left out for the scope issuer");
    }
    return new RevocationKey(kind, issuer, issuer);
  }

  /** Before when it must have been issued. */
  Optional<Instant> issuedBefore() {
    try {
      return members.text("issuedBefore").map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      throw Problem.invalidMember(
          "issuedBefore", "must be a time such as 2026-01-31T09:30:00Z (RFC 3339)");
    }
  }

  /** Whether it is only asked what it would hit. */
  boolean isDryRun() {
    return members.isTrue("dryRun");
  }

  /** Who asks for it, and why. */
  Note note(String author) {
    return members.note(author);
  }

  /** The answer. */
  static String of(RecordedRevocation recorded) {
    var revocation = recorded.revocation();
    var key = revocation.key();
    var answer = Json.createObjectBuilder().add("scope", word(key.kind()));
    answer.add("issuer", key.issuer());
    if (key.kind() != Kind.ISSUER) {
      answer.add("value", key.value());
    }
    if (revocation instanceof CutOffRevocation cutOff) {
      answer.add("issuedBefore", cutOff.issuedBefore().toString());
    }
    return answer
        .add("reason", recorded.note().reason())
        .add("revokedBy", recorded.note().by())
        .add("revokedAt", recorded.revokedAt().toString())
        .add("retainUntil", revocation.retainUntil().toString())
        .build()
        .toString();
  }

  private Kind kind() {
    var scope = required("scope", LONGEST_VALUE);
    return Arrays.stream(Kind.values())
        .filter(kind -> word(kind).equals(scope))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalidMember(
                    "scope",
                    "must be one of "
                        + Arrays.stream(Kind.values()).map(RevocationDocument::word).toList()));
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private String required(String name, int longest) {
    return members
        .plainText(name, longest)
        .orElseThrow(() -> Problem.invalidMember(name, "must be there"));
  }
}
