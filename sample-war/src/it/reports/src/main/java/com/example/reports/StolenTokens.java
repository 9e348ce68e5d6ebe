package com.example.reports;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.TokenRevocation;
import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.RevocationDelta;
import io.tokenrevocation.feed.RevocationSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where this application learns of revocations: somebody reports a token as stolen. */
@ApplicationScoped
public class StolenTokens implements RevocationSource {

  private final List<Revocation> reported = new CopyOnWriteArrayList<>();

  void report(String issuer, String tokenId) {
    reported.add(
        new TokenRevocation(issuer, tokenId, Instant.now().plus(1, ChronoUnit.DAYS)));
  }

  @Override
  public RevocationDelta since(Mark mark) {
    return new RevocationDelta(reported, mark, false);
  }
}
