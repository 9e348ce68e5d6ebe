package io.tokenrevocation.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.ClientRevocation;
import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.IssuerRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.TokenRevocation;
import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.feed.RecordedTimes;
import io.tokenrevocation.pool.FeedPages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeedDocumentTest {

  private static final Instant UNTIL = Instant.ofEpochSecond(1_000_090);
  private static final Instant BEFORE = Instant.ofEpochSecond(1_000_000);

  private static final Instant READ = Instant.ofEpochMilli(1_000_000_123);

  private static String json(Revocation... revocations) {
    return json(Optional.empty(), revocations);
  }

  private static String json(List<Instant> recorded, Revocation... revocations) {
    return json(Optional.of(new RecordedTimes(READ, recorded)), revocations);
  }

  private static String json(Optional<RecordedTimes> times, Revocation... revocations) {
    var page = new FeedPages.Page(READ, List.of(revocations), new Mark("7"), true, true, times);
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
  void saysOfEachWhenItWasRecorded() {
    var times = Stream.of(1_000_000_001L, 1_000_000_002L, 1_000_000_003L);
    assertThat(
            json(
                times.map(Instant::ofEpochMilli).toList(),
                new FamilyRevocation("i", "f", UNTIL),
                new TokenRevocation("i", "t", UNTIL),
                new FamilyRevocation("i", "g", UNTIL)))
        .contains("\"recorded\":[1000000001,1000000003]", "\"recorded\":[1000000002]");
  }

  @Test
  void leavesThatOutWhereEverythingIsOlderThanAnHour() {
    var old = READ.minusSeconds(3_600);
    var two =
        new Revocation[] {
          new TokenRevocation("i", "t", UNTIL), new TokenRevocation("i", "u", UNTIL)
        };
    assertThat(json(List.of(old, old), two)).doesNotContain("recorded");
    assertThat(json(List.of(old, old.plusMillis(1)), two)).contains("recorded");
  }

  @Test
  void keepsARevocationForTheWholeOfItsLastSecond() {
    assertThat(json(new TokenRevocation("i", "t", UNTIL.plusNanos(1)))).contains("1000091");
  }
}
