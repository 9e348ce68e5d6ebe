package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.rest.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The ETag of an app client, so that nobody undoes unseen what somebody else has changed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">RFC 9110, 13.1.1:
 *     If-Match</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6585#section-3">RFC 6585, 3: 428</a>
 */
final class ClientTag {

  private static final int LENGTH = 22; // 132 bits

  private ClientTag() {}

  static String of(AppClient client) {
    var text = ClientAnswer.withoutSecret(client).toString();
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      var base64 = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
      return '"' + base64.substring(0, LENGTH) + '"';
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Refuses an edit without the tag that was seen.
   *
   * @param ifMatch the header
   * @return the header
   * @throws Problem if there is none
   */
  static String required(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.of(
          428,
          "if-match-required",
          "Say what you have seen",
          "If-Match must be the ETag of the app client as it was read.");
    }
    return ifMatch;
  }

  /**
   * Refuses an edit of a client that is not any more as it was seen.
   *
   * @throws Problem if it is not
   */
  static void requireMatch(String ifMatch, AppClient client) {
    var seen = Arrays.stream(ifMatch.split(",")).map(String::strip);
    if (!ifMatch.strip().equals("*") && seen.noneMatch(of(client)::equals)) {
      throw Problem.of(
          412,
          "changed-meanwhile",
          "Somebody else has changed it",
          "Read the app client again, and decide again.");
    }
  }
}
