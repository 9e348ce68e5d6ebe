package io.tokenrevocation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedAnswersTest {

  private final List<String> read = new ArrayList<>();
  private long millis;
  private final RememberedAnswers answers =
      new RememberedAnswers(this::read, () -> millis * 1_000_000);

  private FeedAnswer read(String after) {
    read.add(after);
    return new FeedAnswer(new byte[0], "", false, after.startsWith("page"));
  }

  @Test
  void areReadOnceForAllWhoAskAtAboutTheSameTime() {
    answers.to("end");
    millis = 99;
    answers.to("end");
    assertThat(read).containsExactly("end");
    millis = 100;
    answers.to("end");
    assertThat(read).containsExactly("end", "end");
  }

  @Test
  void areForgottenWhenThereIsNews() {
    answers.to("end");
    answers.forget();
    answers.to("end");
    assertThat(read).hasSize(2);
  }

  @Test
  void arePagesForAMinuteWhateverIsNew() {
    answers.to("page");
    millis = 59_999;
    answers.forget();
    answers.to("page");
    assertThat(read).hasSize(1);
    millis = 60_000;
    answers.to("page");
    assertThat(read).hasSize(2);
  }

  @Test
  void areNoMoreThanSixteen() {
    for (var page = 0; page < 17; page++) {
      answers.to("page" + page);
    }
    answers.to("page16");
    assertThat(read).hasSize(17);
    answers.to("page0");
    assertThat(read).hasSize(18);
  }
}
