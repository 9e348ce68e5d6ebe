package io.tokenrevocation.pool;

import io.tokenrevocation.TokenUse;
import io.tokenrevocation.mint.KeyChange;
import io.tokenrevocation.mint.KeySchedule;
import io.tokenrevocation.mint.SealedKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A signing key of a user pool, as its key set (JWKS) has it.
 *
 * @param keyId the {@code kid} of the tokens it signs
 * @param use which tokens it signs
 * @param signsFrom when it takes over from the key before it, by the database's clock; inclusive
 * @param publishedUntil when it goes, because all it has signed has expired; empty as long as no
 *     other key is to take over from it
 */
public record PublishedKey(
    String keyId, TokenUse use, Instant signsFrom, Optional<Instant> publishedUntil) {

  /** By use, and of each in the order in which they sign. */
  static List<PublishedKey> after(KeyChange change) {
    return change.after().stream()
        .map(key -> of(key, change.after()))
        .sorted(Comparator.comparing(PublishedKey::use).thenComparing(PublishedKey::signsFrom))
        .toList();
  }

  private static PublishedKey of(SealedKey key, List<SealedKey> all) {
    return new PublishedKey(
        key.keyId(), useOf(key), key.signsFrom(), KeySchedule.publishedUntil(key, all));
  }

  private static TokenUse useOf(SealedKey key) {
    return switch (key.use()) {
      case ACCESS -> TokenUse.ACCESS;
      case ID -> TokenUse.ID;
    };
  }
}
