package io.tokenrevocation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.feed.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedMarkTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "4711:12:{13}", "\u00e4/?&"})
  void isReadAsItWasWritten(String value) {
    var mark = new FeedMark("b2", new Mark(value));
    assertThat(mark.text()).matches("b2\\.[A-Za-z0-9_-]*");
    assertThat(FeedMark.parse(mark.text())).isEqualTo(mark);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", ".MQ", "1.M", "1.MQ==", "1.M Q", "1.2.3", "-1.MQ", "1.\u00e4"})
  void isNotWhatNobodyWrote(String text) {
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> FeedMark.parse(text));
  }

  @Test
  void isNoLongerThanAnyStoresMark() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> FeedMark.parse("1." + "A".repeat(401)));
  }
}
