package io.tokenrevocation.pool;

import io.tokenrevocation.mint.KeySchedule;
import java.time.Duration;
import java.util.Optional;

/** Schedules of signing keys. */
final class TestSchedule {

  /** As the settings have it by default. */
  static final KeySchedule DEFAULT =
      new KeySchedule(Optional.of(Duration.ofDays(90)), Duration.ofHours(3));

  private TestSchedule() {}
}
