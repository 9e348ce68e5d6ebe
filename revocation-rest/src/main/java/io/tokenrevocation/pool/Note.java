package io.tokenrevocation.pool;

/**
 * Who recorded a revocation, and why.
 *
 * @param by such as {@code user 1f3c…} or {@code key AKIA…}; at most 300 characters, may be empty
 * @param reason in the words of whoever recorded it; at most 256 characters, may be empty
 */
public record Note(String by, String reason) {

  /** The longest reason that is kept, in characters. */
  public static final int LONGEST_REASON = 256;

  private static final int LONGEST_AUTHOR = 300;

  /** Refuses what is too long to be kept, and what could pass for another line of a log. */
  public Note {
    if (by.length() > LONGEST_AUTHOR || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("a reason has at most " + LONGEST_REASON + " characters");
    }
    if ((by + reason).chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a reason has no control characters");
    }
  }

  /**
   * Returns a note of texts that need not fit: without control characters, and cut off where they
   * are too long.
   *
   * @param author who
   * @param reason why
   * @return the note
   */
  public static Note fitting(String author, String reason) {
    return new Note(fitting(author, LONGEST_AUTHOR), fitting(reason, LONGEST_REASON));
  }

  /** Only whole characters: what a database keeps and gives back. */
  static String fitting(String text, int longest) {
    var kept = new StringBuilder();
    text.codePoints()
        .filter(character -> !Character.isISOControl(character))
        .filter(character -> Character.getType(character) != Character.SURROGATE)
        .takeWhile(character -> kept.length() + Character.charCount(character) <= longest)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /**
   * Returns a note without a reason.
   *
   * @param author who recorded the revocation
   * @return the note
   */
  public static Note by(String author) {
    return new Note(author, "");
  }
}
