package io.tokenrevocation.filter;

import com.nimbusds.jose.JOSEException;
import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.RevocationDelta;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.IndexedToken;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.token.IssuerSource;
import io.tokenrevocation.token.RememberingVerifier;
import io.tokenrevocation.token.TokenProfile;
import io.tokenrevocation.token.TokenVerifier;
import io.tokenrevocation.token.TrustedIssuer;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** A filter's decision, with its settings as they are by default, and many live revocations. */
final class Decision {

  private static final int PAGE = 10_000;

  final RevocationIndex index = new RevocationIndex(100_000_000);
  private final RevocationFeed feed;
  private final Enforcement enforcement;
  private final Decisions decisions = new Decisions();
  private final HeaderRequest request = new HeaderRequest();

  Decision(BenchTokens tokens, int live, long bytesToRemember) {
    this(issuers(tokens), live, bytesToRemember);
  }

  Decision(IssuerSource issuers, int live, long bytesToRemember) {
    var clock = Clock.systemUTC();
    feed =
        new RevocationFeed(
            mark -> new RevocationDelta(List.of(), Mark.START, false),
            index,
            clock,
            System::nanoTime);
    feed.pull();
    revoke(live);
    enforcement =
        new Enforcement(
            new FilterPolicy(
                TestContexts.settings(
                    "revocation.audiences", BenchTokens.CLIENT, "revocation.max-staleness", "P1D"),
                List.of()),
            new RememberingVerifier<IndexedToken>(
                new TokenVerifier(issuers, clock, Duration.ofSeconds(10)),
                bytesToRemember,
                index::prepare,
                index::readAhead),
            index,
            feed);
  }

  private static IssuerSource issuers(BenchTokens tokens) {
    var key = Optional.of(publicKey(tokens));
    var issuer =
        Optional.of(
            new TrustedIssuer(
                BenchTokens.ISSUER,
                TokenProfile.cognito(),
                Duration.ofDays(1),
                (keyId, algorithm) -> key));
    return uri -> uri.equals(BenchTokens.ISSUER) ? issuer : Optional.empty();
  }

  private static PublicKey publicKey(BenchTokens tokens) {
    try {
      return tokens.key().toPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Revokes families that none of the tokens is of. */
  void revoke(int count) {
    for (var done = 0; done < count; done += PAGE) {
      feed.apply(page(Math.min(PAGE, count - done)));
    }
  }

  private static List<? extends Revocation> page(int count) {
    var until = Instant.now().plusSeconds(86_400);
    return IntStream.range(0, count)
        .mapToObj(
            any -> new FamilyRevocation(BenchTokens.ISSUER, UUID.randomUUID().toString(), until))
        .toList();
  }

  /** From the header to the verdict, counted; on one thread. */
  boolean passes(String header) {
    return passes(request, header);
  }

  /** The same, on any thread that has a request of its own. */
  boolean passes(HeaderRequest own, String header) {
    return decisions.decide(enforcement, own.with(header)) instanceof Verdict.Authenticated;
  }
}
