package io.tokenrevocation.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refresh token")
class RefreshTokenTest {

  private final RefreshToken first = RefreshToken.first();

  @Test
  void hasTheShapeOfCognitos() {
    var parts = first.text().split("\\.", -1);
    assertThat(parts).hasSize(5).allMatch(part -> part.matches("[A-Za-z0-9_-]+"));
    assertThat(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8))
        .isEqualTo("{\"cty\":\"JWT\",\"enc\":\"A256GCM\",\"alg\":\"RSA-OAEP\"}");
  }

  @Test
  void isTheSameWhenItIsSentBack() {
    assertThat(RefreshToken.of(first.text())).isEqualTo(first);
  }

  @Test
  void sharesItsFamilyWithTheNextOne() {
    var next = first.next();
    assertThat(next.familyHash()).isEqualTo(first.familyHash()).isEqualTo(next.next().familyHash());
    assertThat(next.hash()).isNotEqualTo(first.hash());
  }

  @Test
  void sharesNothingWithThoseOfOtherFamilies() {
    assertThat(RefreshToken.first().familyHash()).isNotEqualTo(first.familyHash());
  }

  @Test
  void isOfNoFamilyOnceItIsAlteredAnywhere() {
    var text = first.text();
    var altered =
        IntStream.range(0, text.length())
            .mapToObj(at -> text.substring(0, at) + swap(text.charAt(at)) + text.substring(at + 1));
    assertThat(altered)
        .noneMatch(it -> RefreshToken.of(it).familyHash().equals(first.familyHash()));
  }

  @Test
  void isOfNoFamilyOnceItIsCut() {
    var text = first.text();
    assertThat(IntStream.range(0, text.length()).mapToObj(end -> text.substring(0, end)))
        .noneMatch(it -> RefreshToken.of(it).familyHash().equals(first.familyHash()));
  }

  @Test
  void standsForItsFamilyIfItHasNoChecksum() {
    var old = RefreshToken.of("a.b.c.d.e");
    assertThat(old.familyHash()).isEqualTo(old.hash());
    assertThat(old.next().text().split("\\.", -1)).hasSize(5);
  }

  @Test
  void isNotShown() {
    assertThat(first.toString()).doesNotContain(first.text().substring(60, 80));
  }

  private static char swap(char letter) {
    return letter == 'A' ? 'B' : 'A';
  }
}
