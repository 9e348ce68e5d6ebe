package io.tokenrevocation.rest.console;

import io.tokenrevocation.pool.ConsoleSignIn;
import io.tokenrevocation.rest.JsonBody;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * A sign-in at the console's own form.
 *
 * @param begun what others can end it by
 * @param name of the administrator
 * @param csrfToken which the page sends with what changes something
 * @param seenAt when they were last seen to be there
 */
record SignIn(ConsoleSignIn begun, String name, String csrfToken, Instant seenAt) {

  /** However busy somebody is. */
  static final Duration LONGEST = Duration.ofHours(8);

  /** How long somebody may be away. */
  static final Duration IDLE = Duration.ofMinutes(15);

  private static final Set<String> MEMBERS =
      Set.of("id", "subject", "signOutEpoch", "since", "name", "csrfToken", "seenAt");

  private static final SecureRandom RANDOM = new SecureRandom();

  static SignIn of(ConsoleSignIn begun, String name, Instant now) {
    return new SignIn(begun, name, random(), now);
  }

  private static String random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  SignIn seen(Instant now) {
    return new SignIn(begun, name, csrfToken, now);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(begun.since().plus(LONGEST)) || !now.isBefore(seenAt.plus(IDLE));
  }

  String text() {
    return Json.createObjectBuilder()
        .add("id", begun.id())
        .add("subject", begun.subject())
        .add("signOutEpoch", begun.signOutEpoch())
        .add("since", begun.since().getEpochSecond())
        .add("name", name)
        .add("csrfToken", csrfToken)
        .add("seenAt", seenAt.getEpochSecond())
        .build()
        .toString();
  }

  /**
   * Reads what {@link #text} wrote, which nobody else can have; empty if another version wrote it.
   */
  static Optional<SignIn> parse(String text) {
    return JsonBody.parse(text)
        .map(JsonObject.class::cast)
        .filter(json -> json.keySet().equals(MEMBERS))
        .map(
            json ->
                new SignIn(
                    begun(json),
                    json.getString("name"),
                    json.getString("csrfToken"),
                    instant(json, "seenAt")));
  }

  private static ConsoleSignIn begun(JsonObject json) {
    return new ConsoleSignIn(
        json.getString("id"),
        json.getString("subject"),
        json.getJsonNumber("signOutEpoch").longValue(),
        instant(json, "since"));
  }

  private static Instant instant(JsonObject json, String name) {
    return Instant.ofEpochSecond(json.getJsonNumber(name).longValue());
  }

  @Override
  public String toString() {
    return "sign-in of " + name;
  }
}
