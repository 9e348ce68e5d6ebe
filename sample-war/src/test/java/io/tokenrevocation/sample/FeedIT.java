package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("GET /revocation/feed")
class FeedIT extends SampleTest {

  private Answer feed(String query) {
    return sample.get(
        "revocation/feed" + query, "Authorization", "Bearer " + FollowerWar.CREDENTIAL);
  }

  private JsonObject read(String query) {
    var answer = feed(query);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return Tokens.json(answer.body());
  }

  /** To the end. */
  private String end() {
    var answer = read("");
    while (answer.getBoolean("more")) {
      answer = read("?after=" + answer.getString("next"));
    }
    return answer.getString("next");
  }

  @Test
  void hasWhatWasRevokedAfterAMark() {
    var end = end();
    var session = sample.signIn("alice");
    session.revoke();

    var answer = read("?after=" + end);

    assertThat(answer.getInt("version")).isEqualTo(1);
    assertThat(answer.getString("after")).isEqualTo(end);
    assertThat(answer.getString("issuer")).isEqualTo(session.claim("iss"));
    assertThat(answer.getInt("greatestLeeway")).isEqualTo(300);
    assertThat(String.valueOf(answer.get("revocations")))
        .contains("\"family\"")
        .contains(session.claim("origin_jti"));
  }

  @Test
  void signsWhatItAnswersInAHeader() {
    var parts = feed("").header("Revocation-Feed-Signature").split("\\.", -1);
    assertThat(parts).hasSize(3);
    assertThat(parts[1]).isEmpty();
  }

  @Test
  void mayBeCachedForThoseWithTheSameCredential() {
    var answer = feed("?after=" + end());
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=1");
    assertThat(answer.header("Vary")).contains("Authorization").contains("Accept-Encoding");
  }

  @Test
  void wantsACredentialOfAFollower() {
    var nobody = sample.get("revocation/feed");
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.challenge()).isEqualTo("Bearer");
    assertThat(nobody.header("Content-Type")).startsWith("application/problem+json");

    var administrator = sample.signIn("carol").accessToken();
    var refused = sample.get("revocation/feed", "Authorization", "Bearer " + administrator);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.challenge()).isEqualTo("Bearer error=\"invalid_token\"");
  }

  @Test
  void letsFollowersDoNothingElse() {
    var answer =
        sample.post(
            "revocation/revocations",
            "{}",
            "Authorization",
            "Bearer " + FollowerWar.CREDENTIAL,
            "Content-Type",
            "application/json");
    assertThat(answer.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?after=x", "?after=1.%20", "?after=1.a", "?wait=-1", "?wait=soon"})
  void refusesWhatIsNoQuestion(String query) {
    var answer = feed(query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void beginsAnewForAMarkOfAnotherIncarnation() {
    var session = sample.signIn("alice");
    session.revoke();
    end();
    var first = read("");
    var foreign = read("?after=other." + first.getString("next").split("\\.", -1)[1]);
    assertThat(foreign.getString("after")).startsWith("other.");
    assertThat(foreign.get("revocations")).isEqualTo(first.get("revocations"));
  }
}
