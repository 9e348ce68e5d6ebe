package io.tokenrevocation.rest;

import java.util.UUID;

/** What a path names, as far as it can name anything. */
final class PathValue {

  private static final int LONGEST_SUBJECT = 255;
  private static final int UUID_LENGTH = 36;

  private PathValue() {}

  /** A subject, which need not be known. */
  static String subject(String text) {
    if (text.isBlank()
        || text.length() > LONGEST_SUBJECT
        || text.chars().anyMatch(Character::isISOControl)) {
      throw Problem.unknownUser();
    }
    return text;
  }

  /** The id of a session, which need not be one. */
  static UUID session(String text) {
    try {
      if (text.length() == UUID_LENGTH) {
        return UUID.fromString(text);
      }
    } catch (IllegalArgumentException e) {
      // the same as any that there is not
    }
    throw Problem.unknownSession();
  }
}
