package io.tokenrevocation.rest;

import io.tokenrevocation.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.List;

/** Lets followers in. Keeps hashes only. */
@ApplicationScoped
class FeedCredentials {

  private static final String BEARER = "Bearer ";

  private List<byte[]> accepted;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  FeedCredentials() {}

  @Inject
  FeedCredentials(Settings settings) {
    this.accepted =
        settings.get(FeedSettings.CREDENTIALS).stream().map(FeedCredentials::hash).toList();
  }

  /**
   * Refuses whoever is no follower.
   *
   * @throws Problem with a challenge
   */
  void require(HttpServletRequest request) {
    var sent = Collections.list(request.getHeaders("Authorization"));
    if (sent.size() != 1 || !sent.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw Problem.unknownFollower("Bearer");
    }
    if (!isAccepted(hash(sent.get(0).substring(BEARER.length()).strip()))) {
      throw Problem.unknownFollower("Bearer error=\"invalid_token\"");
    }
  }

  /** Takes as long whichever it is. */
  private boolean isAccepted(byte[] credential) {
    var found = false;
    for (var each : accepted) {
      found |= MessageDigest.isEqual(each, credential);
    }
    return found;
  }

  private static byte[] hash(String credential) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(credential.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
