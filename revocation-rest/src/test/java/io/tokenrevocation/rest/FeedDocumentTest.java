package io.tokenrevocation.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.ClientRevocation;
import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.IssuerRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.TokenRevocation;
import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.pool.FeedPages;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedDocumentTest {

  private static final Instant UNTIL = Instant.ofEpochSecond(1_000_090);
  private static final Instant BEFORE = Instant.ofEpochSecond(1_000_000);

  private static String json(Revocation... revocations) {
    var page =
        new FeedPages.Page(
            Instant.ofEpochMilli(1_000_000_123), List.of(revocations), new Mark("7"), true);
    return new String(FeedDocument.of("us", "1.Ng", page, new FeedMark("1", page.next())), UTF_8);
  }

  @Test
  void saysWhatItIsTheAnswerTo() {
    assertThat(json())
        .isEqualTo(
            "{'version':1,'issuer':'us','incarnation':'1','after':'1.Ng','time':1000000123,"
                    .replace('\'', '"')
                + "'next':'1.Nw','more':true,'greatestLeeway':300,'revocations':[]}"
                    .replace('\'', '"'));
  }

  @Test
  void namesKindAndIssuerOnce() {
    assertThat(
            json(
                new FamilyRevocation("i", "f", UNTIL),
                new ClientRevocation("i", "web", BEFORE, UNTIL),
                new IssuerRevocation("j", BEFORE, UNTIL),
                new FamilyRevocation("i", "g", UNTIL)))
        .endsWith(
            ("[{'issuer':'i','kind':'family','values':['f',1000090,'g',1000090]},"
                    + "{'issuer':'i','kind':'client','values':['web',1000000,1000090]},"
                    + "{'issuer':'j','kind':'issuer','values':[1000000,1000090]}]}")
                .replace('\'', '"'));
  }

  @Test
  void keepsARevocationForTheWholeOfItsLastSecond() {
    assertThat(json(new TokenRevocation("i", "t", UNTIL.plusNanos(1)))).contains("1000091");
  }
}
