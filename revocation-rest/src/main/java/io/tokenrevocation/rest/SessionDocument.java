package io.tokenrevocation.rest;

import io.tokenrevocation.pool.Family;
import io.tokenrevocation.pool.SessionPage;
import io.tokenrevocation.pool.UserSession;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Sessions in JSON. */
final class SessionDocument {

  private SessionDocument() {}

  /** One, and what has become of it. */
  static String of(UserSession session) {
    var answer = of(session.family()).add("state", session.state().name().toLowerCase(Locale.ROOT));
    var revokedAt = session.family().revokedAt();
    if (revokedAt != null) {
      answer.add("revokedAt", revokedAt.toString());
    }
    return answer.build().toString();
  }

  /** A page of live ones. */
  static String of(SessionPage page) {
    return of(page, (family, session) -> {});
  }

  /**
   * A page of live ones.
   *
   * @param more adds what else there is to say of each
   */
  static String of(SessionPage page, BiConsumer<Family, JsonObjectBuilder> more) {
    var array = Json.createArrayBuilder();
    for (var family : page.sessions()) {
      var session = of(family);
      more.accept(family, session);
      array.add(session);
    }
    var answer = Json.createObjectBuilder().add("sessions", array);
    page.next().ifPresent(token -> answer.add("next", token));
    return answer.build().toString();
  }

  private static JsonObjectBuilder of(Family family) {
    var answer =
        Json.createObjectBuilder()
            .add("id", family.id().toString())
            .add("clientId", family.clientId())
            .add("username", family.username())
            .add("subject", family.owner().subject())
            .add("signedInAt", family.authTime().toString())
            .add("lastRefreshedAt", family.minted().lastIssuedAt().toString())
            .add("expiresAt", family.refreshExpiresAt().toString());
    addKnown(answer, "address", family.signedInBy().address());
    addKnown(answer, "userAgent", family.signedInBy().userAgent());
    return answer;
  }

  private static void addKnown(JsonObjectBuilder answer, String name, String value) {
    if (!value.isEmpty()) {
      answer.add(name, value);
    }
  }
}
