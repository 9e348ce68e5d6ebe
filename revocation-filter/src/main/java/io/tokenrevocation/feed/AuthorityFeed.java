package io.tokenrevocation.feed;

import io.tokenrevocation.StoreUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The revocations of an authority elsewhere, over HTTP: {@code docs/feed.md}.
 *
 * <p>Believes nothing that the authority has not signed as the answer to this very mark. Asked from
 * one thread at a time, as {@link RevocationFeed} does.
 */
public final class AuthorityFeed implements RevocationSource {

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private final FeedEndpoint endpoint;
  private final AnswerSignature signature;
  private final Duration wait;
  private final Duration leeway;
  private final Ticker ticker;
  private final AnswerAge age;
  private final TreeSet<String> unknownKinds = new TreeSet<>();
  private boolean atEnd;
  private boolean hadMore;

  /**
   * Makes a follower of an authority.
   *
   * @param authority whom to follow
   * @param signature tells its answers from others
   * @param leeway the one that tokens are verified with here
   * @param clock compared with the authority's beyond the greatest leeway
   * @param ticker measures how old answers are
   */
  public AuthorityFeed(
      Authority authority,
      AnswerSignature signature,
      Duration leeway,
      InstantSource clock,
      Ticker ticker) {
    this.endpoint = new FeedEndpoint(authority.feed(), authority.credential());
    this.signature = signature;
    this.wait = authority.longestWait();
    this.leeway = leeway;
    this.ticker = ticker;
    this.age = new AnswerAge(clock);
  }

  /**
   * Whom to follow.
   *
   * @param feed where its feed is: a URL without a query
   * @param credential what it lets followers in for
   * @param longestWait for how long it may keep an answer if there is nothing new, in whole seconds
   */
  public record Authority(URI feed, String credential, Duration longestWait) {

    /** Says nothing of the credential. */
    @Override
    public String toString() {
      return "authority " + feed;
    }
  }

  @Override
  public RevocationDelta since(Mark mark) {
    var asked = mark.value();
    var answer = ask(asked);
    if (answer.status() == BAD_REQUEST && !asked.isEmpty()) {
      asked = ""; // the authority does not know what to make of its mark, and has to begin anew
      answer = ask(asked);
    }
    return delta(asked, answer);
  }

  @Override
  public void stop() {
    endpoint.stop();
  }

  /**
   * Nothing is waited for on the way to the end and just there, nor at the first after an outage.
   */
  private HttpAnswer ask(String after) {
    var patience = atEnd ? wait : Duration.ZERO;
    atEnd = false;
    return endpoint.get(after, patience);
  }

  private RevocationDelta delta(String asked, HttpAnswer answer) {
    var received = ticker.nanos();
    var believed = believed(asked, answer);
    unknownKinds.addAll(believed.unknownKinds());
    atEnd = !believed.more() && !hadMore;
    hadMore = believed.more();
    return new RevocationDelta(
        believed.revocations(),
        new Mark(believed.next()),
        believed.more(),
        Optional.of(age.of(believed.time(), received)),
        gap(believed),
        Optional.of(believed.recorded()));
  }

  private FeedAnswer believed(String asked, HttpAnswer answer) {
    if (answer.status() != OK) {
      throw new StoreUnavailableException("HTTP status " + answer.status());
    }
    if (!signature.isGood(answer.signature(), answer.body())) {
      throw new StoreUnavailableException("the answer is not signed by the authority");
    }
    var believed = FeedAnswerReader.read(answer.body());
    if (!believed.after().equals(asked)) {
      throw new StoreUnavailableException("the answer is to another question");
    }
    return believed;
  }

  /** A kind that is not known stays unknown until this is replaced by a version that knows it. */
  private Optional<String> gap(FeedAnswer answer) {
    if (!unknownKinds.isEmpty()) {
      return Optional.of("the authority has revocations of kinds not known here, " + unknownKinds);
    }
    return leeway.compareTo(answer.greatestLeeway()) > 0
        ? Optional.of(
            "revocation.leeway is "
                + leeway
                + ", but the authority keeps revocations for one of "
                + answer.greatestLeeway())
        : Optional.empty();
  }
}
