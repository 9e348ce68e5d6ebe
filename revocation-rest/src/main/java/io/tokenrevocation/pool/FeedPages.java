package io.tokenrevocation.pool;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.RecordedTimes;
import io.tokenrevocation.mint.AnswerSigner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log of revocations as those read it who have no database. Thread-safe. */
public final class FeedPages {

  private final Authority authority;
  private final RevocationLog log;
  private final UserPools pools;
  private final String firstPool;
  private final AnswerSigner signer;

  FeedPages(
      Authority authority,
      RevocationLog log,
      UserPools pools,
      String firstPool,
      AnswerSigner signer) {
    this.authority = authority;
    this.log = log;
    this.pools = pools;
    this.firstPool = firstPool;
    this.signer = signer;
  }

  /**
   * A part of the log.
   *
   * @param readAt by the store's clock, before it was read
   * @param revocations oldest first; may repeat
   * @param next where to go on
   * @param more whether there was more
   * @param lasting whether it would be right later, too: whoever goes on from there misses nothing
   * @param recorded when they were recorded, if that is known
   */
  public record Page(
      Instant readAt,
      List<Revocation> revocations,
      Mark next,
      boolean more,
      boolean lasting,
      Optional<RecordedTimes> recorded) {

    /** Takes an unmodifiable copy. */
    public Page {
      revocations = List.copyOf(revocations);
    }
  }

  /**
   * Reads on from a mark.
   *
   * @param mark {@link Mark#START}, or the mark of another page of any node
   * @return a bounded number of revocations
   * @throws io.tokenrevocation.StoreUnavailableException if they are not known
   * @throws IllegalArgumentException if the store has never given such a mark
   */
  public Page read(Mark mark) {
    authority.requireStarted();
    var readAt = log.now();
    var delta = log.since(mark);
    var lasting = delta.more() && log.isSettled(delta.next());
    return new Page(
        readAt, delta.revocations(), delta.next(), delta.more(), lasting, delta.recorded());
  }

  /**
   * Returns whose key signs answers.
   *
   * @return the issuer of the first user pool
   */
  public String issuer() {
    return pools.started(firstPool).issuer();
  }

  /**
   * Signs an answer.
   *
   * @param answer as it is before it is compressed
   * @param readAt that of the page in it
   * @return a detached JWS
   */
  public String sign(byte[] answer, Instant readAt) {
    return signer.sign(firstPool, answer, readAt);
  }
}
