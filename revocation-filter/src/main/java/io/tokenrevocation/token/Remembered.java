package io.tokenrevocation.token;

/**
 * A token that was verified, and what was made of it.
 *
 * @param signed the token
 * @param prepared what was made of it
 */
record Remembered<T>(SignedToken signed, T prepared) {

  /** What strings, sets and hashes of a token take beside its text, as measured: about. */
  private static final int OBJECTS = 1_500;

  private static final int WORD = 100;

  /** How much heap it takes with its credentials, roughly, and rather more than that. */
  int bytes(Credentials credentials) {
    var token = signed.token();
    var words = token.groups().size() + token.scopes().size() + token.audience().size();
    return 2 * credentials.length() + OBJECTS + words * WORD;
  }
}
