package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenrevocation.feed.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionMarkTest {

  private static final String GREATEST = "9223372036854775807";

  @Test
  void isReadAsItWasWrittenWhenNothingIsLeftOver() {
    var mark = TransactionMark.at("ffffffffffffffff", Long.MAX_VALUE);
    assertThat(mark.toMark()).isEqualTo(new Mark("ffffffffffffffff." + GREATEST));
    assertThat(TransactionMark.parse(mark.toMark())).isEqualTo(mark);
    assertThat(mark.hasMore()).isFalse();
  }

  @Test
  void isReadAsItWasWrittenWhenMoreIsLeftOver() {
    var mark = TransactionMark.at("1f", 20).leftAt(7, 3);
    assertThat(mark.toMark()).isEqualTo(new Mark("1f.20.7.3"));
    assertThat(TransactionMark.parse(mark.toMark())).isEqualTo(mark);
    assertThat(mark.hasMore()).isTrue();
  }

  @Test
  void isOfNoDatabaseAtTheStart() {
    assertThat(TransactionMark.parse(Mark.START)).isEqualTo(TransactionMark.at("", 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "17",
        "1f.",
        ".17",
        "1f.-1",
        "1F.17",
        "1g.17",
        "1f.17 ",
        "1f.17\n",
        "1f.17.3",
        "1f.17.3.",
        "1f.17.3.4.5",
        "11111111111111111.17",
        "1f.9223372036854775808",
        "1f.17.9223372036854775808.1",
        "1f.17.1.9223372036854775808",
        "1f.00000000000000000017",
        "1f.\u0661\u0667",
        "1f.17' or '1'='1"
      })
  void isRefusedWhenItIsNone(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> TransactionMark.parse(new Mark(text)));
  }
}
