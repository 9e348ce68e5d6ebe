package io.tokenrevocation.pool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What administrators and users ask about sessions. A session is a family; it is live as long as
 * something of it is in use: its refresh token, or the last access or ID token minted from it.
 *
 * <p>Nothing here takes a lock.
 */
public interface SessionQueries {

  /** Of a client or a pool, only so many sign-ins are looked at, the newest. */
  int MOST_COUNTED = 10_000;

  /**
   * Returns live sessions of a user.
   *
   * @param subject whose
   * @param after those that come after this position, or null for the first ones
   * @param limit how many at most
   * @return newest sign-in first
   */
  List<Family> live(SubjectKey subject, @Nullable Position after, int limit);

  /**
   * Counts live sessions, those of a user to the last, of a client or a pool among the newest
   * {@link #MOST_COUNTED}.
   *
   * @param scope which
   * @return how many, by client
   */
  Effect count(SessionScope scope);

  /**
   * Returns by which name a user last signed in.
   *
   * @param subject the user
   * @return empty if nothing is known of a sign-in of theirs
   */
  Optional<String> username(SubjectKey subject);

  /**
   * A place in the order of a user's sessions.
   *
   * @param authTime of the session there
   * @param id of the session there
   */
  record Position(Instant authTime, UUID id) {

    static Position of(Family family) {
      return new Position(family.authTime(), family.id());
    }

    /** Reads what {@link #toString} wrote. */
    static Position parse(String text) {
      var parts = text.split(" ", 2);
      return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    }

    @Override
    public String toString() {
      return authTime + " " + id;
    }
  }
}
