package io.tokenrevocation.rest.console;

import io.tokenrevocation.pool.ConsoleSignIns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/** Somebody who is in the console. */
sealed interface Caller {

  /** Theirs, as the application knows them. */
  String name();

  /** What the page sends along with whatever changes something, and no other site can know. */
  String csrfToken();

  /** Tells whether something is a CSRF token of this caller's. */
  boolean isCsrfToken(String sent);

  /** Who has signed in at the console's own form. */
  record ByForm(SignIn signIn) implements Caller {

    @Override
    public String name() {
      return signIn.name();
    }

    @Override
    public String csrfToken() {
      return signIn.csrfToken();
    }

    /** Takes as long for every token. */
    @Override
    public boolean isCsrfToken(String sent) {
      return MessageDigest.isEqual(bytes(sent), bytes(csrfToken()));
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Whom the container knows: their token is sealed, as there is nowhere to keep it. */
  record OfContainer(String name, ConsoleSignIns signIns, Instant now) implements Caller {

    private static final String PURPOSE = "console csrf token of ";
    private static final int LONGEST = 3000;

    @Override
    public String csrfToken() {
      return signIns.seal(PURPOSE + name, now.toString());
    }

    @Override
    public boolean isCsrfToken(String sent) {
      return sent.length() <= LONGEST
          && signIns
              .open(PURPOSE + name, sent)
              .filter(since -> now.isBefore(Instant.parse(since).plus(SignIn.LONGEST)))
              .isPresent();
    }
  }
}
