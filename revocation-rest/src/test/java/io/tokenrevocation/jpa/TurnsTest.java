package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.StoreUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Turns turns = new Turns(2, Duration.ofMillis(10));

  @Test
  void areHadByAsManyAtOnceAsThereAre() {
    assertThat(turns.<String>take(() -> turns.take(() -> "done"))).isEqualTo("done");
  }

  @Test
  void areNotWaitedForLongerThanItIsWorth() {
    assertThatThrownBy(() -> turns.take(() -> turns.take(() -> turns.take(() -> "done"))))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void comeBackWhateverBecameOfTheWork() {
    for (var round = 0; round < 3; round++) {
      assertThatThrownBy(
              () ->
                  turns.take(
                      () -> {
                        throw new IllegalStateException();
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(turns.<String>take(() -> "done")).isEqualTo("done");
  }
}
