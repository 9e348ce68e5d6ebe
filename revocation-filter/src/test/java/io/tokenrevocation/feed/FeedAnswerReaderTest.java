package io.tokenrevocation.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.ClientRevocation;
import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.IssuerRevocation;
import io.tokenrevocation.SessionRevocation;
import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.SubjectRevocation;
import io.tokenrevocation.TokenRevocation;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAnswerReaderTest {

  private static final Instant UNTIL = Instant.ofEpochSecond(1_000_090);
  private static final Instant BEFORE = Instant.ofEpochSecond(1_000_000);

  private static FeedAnswer read(String json) {
    return FeedAnswerReader.read(json.replace('\'', '"').getBytes(UTF_8));
  }

  private static String answer(String... groups) {
    return "{'version':1,'issuer':'us','incarnation':'1','after':'a','time':1000000123,'next':'b',"
        + "'more':true,'greatestLeeway':300,'revocations':["
        + String.join(",", groups)
        + "]}";
  }

  private static String group(String kind, String values) {
    return "{'issuer':'i','kind':'" + kind + "','values':[" + values + "]}";
  }

  private static String timed(String kind, String values, String recorded) {
    return group(kind, values).replace("}", ",'recorded':[" + recorded + "]}");
  }

  @Test
  void readsWhatGoesWithTheRevocations() {
    var read = read(answer());
    assertThat(read.after()).isEqualTo("a");
    assertThat(read.time()).isEqualTo(Instant.ofEpochMilli(1_000_000_123));
    assertThat(read.next()).isEqualTo("b");
    assertThat(read.more()).isTrue();
    assertThat(read.greatestLeeway()).isEqualTo(Duration.ofMinutes(5));
    assertThat(read.revocations()).isEmpty();
  }

  @Test
  void readsWhenTheyWereRecordedIfThatIsSaidOfAll() {
    var one = timed("token", "'t',1000090,'u',1000090", "1000000100,1000000101");
    var other = timed("family", "'f',1000090", "1000000102");
    assertThat(read(answer(one, other)).recorded())
        .isEqualTo(
            new RecordedTimes(
                Instant.ofEpochMilli(1_000_000_123),
                LongStream.of(1_000_000_100, 1_000_000_101, 1_000_000_102)
                    .mapToObj(Instant::ofEpochMilli)
                    .toList()));
    assertThat(read(answer(one, group("family", "'f',1000090"))).recorded().revoked()).isEmpty();
    assertThat(read(answer(one, timed("family", "'f',1000090", "1,2"))).recorded().revoked())
        .isEmpty();
  }

  @Test
  void readsRevocationsOfEveryKind() {
    var read =
        read(
            answer(
                group("token", "'t',1000090,'u',1000090"),
                group("family", "'f',1000090"),
                group("session", "'s',1000090"),
                group("subject", "'alice',1000000,1000090"),
                group("client", "'web',1000000,1000090"),
                group("issuer", "1000000,1000090")));
    assertThat(read.revocations())
        .containsExactly(
            new TokenRevocation("i", "t", UNTIL),
            new TokenRevocation("i", "u", UNTIL),
            new FamilyRevocation("i", "f", UNTIL),
            new SessionRevocation("i", "s", UNTIL),
            new SubjectRevocation("i", "alice", BEFORE, UNTIL),
            new ClientRevocation("i", "web", BEFORE, UNTIL),
            new IssuerRevocation("i", BEFORE, UNTIL));
    assertThat(read.unknownKinds()).isEmpty();
  }

  @Test
  void passesOverMembersItDoesNotKnow() {
    var group = "{'issuer':'i','kind':'token','because':{},'values':['t',1000090]}";
    assertThat(
            read(answer(group).replace("{'version'", "{'colour':[1,{}],'version'")).revocations())
        .hasSize(1);
  }

  @Test
  void tellsWhichKindsItDoesNotKnowAndReadsTheOthers() {
    var read = read(answer(group("device", "'d',1,2,3"), group("token", "'t',1000090")));
    assertThat(read.unknownKinds()).containsExactly("device");
    assertThat(read.revocations()).hasSize(1);
  }

  @Test
  void refusesAnotherVersion() {
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> read(answer().replace("'version':1", "'version':2")))
        .withMessage("the answer is of version 2, which is not known here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "null",
        "{}",
        "{'version':'1'}",
        "{'version':1,'revocations':[1]}",
        "{'version':1,'revocations':[]}",
        "{'version':1,'revocations':[{'issuer':'i','kind':'token','values':['t']}]}",
        "{'version':1,'revocations':[{'issuer':'i','kind':'token','values':['',1]}]}",
        "{'version':1,'revocations':[{'issuer':'i','kind':'token','values':['t',1.5]}]}",
        "{'version':1,'revocations':[{'issuer':'i','kind':'token','values':['t','u']}]}"
      })
  void refusesWhatItDoesNotUnderstand(String json) {
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> read(json))
        .withMessage("the answer is not understood");
  }
}
