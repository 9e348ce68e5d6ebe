package io.tokenrevocation.rest.console;

import io.tokenrevocation.rest.JsonBody;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A sign-in at the console's own form.
 *
 * @param id names it in the log of revocations
 * @param name of the administrator
 * @param csrfToken which the page sends with what changes something
 * @param inDirectory whether the user directory knows them, and is asked again
 * @param since when they signed in
 * @param seenAt when they were last seen to be there
 */
record SignIn(
    String id, String name, String csrfToken, boolean inDirectory, Instant since, Instant seenAt) {

  /** However busy somebody is. */
  static final Duration LONGEST = Duration.ofHours(8);

  /** How long somebody may be away. */
  static final Duration IDLE = Duration.ofMinutes(15);

  private static final SecureRandom RANDOM = new SecureRandom();

  static SignIn of(String name, boolean inDirectory, Instant now) {
    return new SignIn("console-" + random(), name, random(), inDirectory, now, now);
  }

  private static String random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  SignIn seen(Instant now) {
    return new SignIn(id, name, csrfToken, inDirectory, since, now);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(since.plus(LONGEST)) || !now.isBefore(seenAt.plus(IDLE));
  }

  String text() {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("name", name)
        .add("csrfToken", csrfToken)
        .add("inDirectory", inDirectory)
        .add("since", since.getEpochSecond())
        .add("seenAt", seenAt.getEpochSecond())
        .build()
        .toString();
  }

  /** Reads what {@link #text} wrote, which nobody else can have. */
  static Optional<SignIn> parse(String text) {
    return JsonBody.parse(text)
        .map(JsonObject.class::cast)
        .map(
            json ->
                new SignIn(
                    json.getString("id"),
                    json.getString("name"),
                    json.getString("csrfToken"),
                    json.getBoolean("inDirectory"),
                    Instant.ofEpochSecond(json.getJsonNumber("since").longValue()),
                    Instant.ofEpochSecond(json.getJsonNumber("seenAt").longValue())));
  }

  @Override
  public String toString() {
    return "sign-in of " + name;
  }
}
