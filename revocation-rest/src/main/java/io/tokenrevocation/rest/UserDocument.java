package io.tokenrevocation.rest;

import io.tokenrevocation.pool.SubjectKey;
import io.tokenrevocation.pool.User;
import io.tokenrevocation.pool.UserSessions;
import jakarta.json.Json;
import java.util.Optional;
import java.util.Set;

/** A user in JSON: by what they are looked for, and as they are answered. */
final class UserDocument {

  static final Set<String> MEMBERS = Set.of("username", "subject");
  private static final int LONGEST_USERNAME = 128;
  private static final int LONGEST_SUBJECT = 255;

  private final Optional<String> username;
  private final Optional<String> subject;

  private UserDocument(Optional<String> username, Optional<String> subject) {
    this.username = username;
    this.subject = subject;
  }

  /** Reads a body. */
  static UserDocument parse(String body) {
    var members = JsonDocument.parse(body, MEMBERS).withoutNulls();
    var username = members.plainText("username", LONGEST_USERNAME);
    var subject = members.plainText("subject", LONGEST_SUBJECT);
    if (username.isPresent() == subject.isPresent()) {
      throw Problem.invalidMember("username", "or subject must be there, and not both");
    }
    return new UserDocument(username, subject);
  }

  /** Looks the user up. */
  User find(UserSessions sessions, String poolId) {
    return username
        .map(name -> sessions.findByName(poolId, name))
        .orElseGet(() -> subject.flatMap(it -> sessions.findBySubject(new SubjectKey(poolId, it))))
        .orElseThrow(Problem::unknownUser);
  }

  /** The answer. */
  static String of(User user) {
    return Json.createObjectBuilder()
        .add("username", user.username())
        .add("subject", user.subject())
        .add("enabled", user.enabled())
        .add("groups", Json.createArrayBuilder(user.groups()))
        .build()
        .toString();
  }
}
