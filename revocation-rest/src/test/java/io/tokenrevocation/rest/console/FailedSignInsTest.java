package io.tokenrevocation.rest.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {

  private final AtomicLong nanos = new AtomicLong();
  private final FailedSignIns failed = new FailedSignIns(nanos::get);

  @Test
  void refusesWhoHasTriedOneUserTooOften() {
    assertThat(tries("carol", "10.0.0.1", FailedSignIns.MOST_OF_BOTH)).isTrue();
    assertThat(failed.admits("CAROL", "10.0.0.1")).isFalse();
    assertThat(failed.admits("carol", "10.0.0.2")).isTrue();
    assertThat(failed.admits("dora", "10.0.0.1")).isTrue();
  }

  @Test
  void refusesAnAddressThatHasTriedTooManyUsers() {
    for (var user = 0; user < FailedSignIns.MOST_OF_EACH; user++) {
      assertThat(failed.admits("user " + user, "10.0.0.1")).isTrue();
    }
    assertThat(failed.admits("carol", "10.0.0.1")).isFalse();
    assertThat(failed.admits("carol", "10.0.0.2")).isTrue();
  }

  @Test
  void refusesForAUserWhoWasTriedFromTooManyAddresses() {
    for (var address = 0; address < FailedSignIns.MOST_OF_EACH; address++) {
      assertThat(failed.admits("carol", "10.0.0." + address)).isTrue();
    }
    assertThat(failed.admits("carol", "10.0.1.1")).isFalse();
  }

  @Test
  void locksNobodyOutElsewhereWhereverOneAddressGoesOnTrying() {
    tries("carol", "10.0.0.1", 2 * FailedSignIns.MOST_OF_EACH);
    assertThat(failed.admits("carol", "10.0.0.2")).isTrue();
  }

  @Test
  void countsNoUserForAnAddressThatHasTriedTooOften() {
    for (var user = 0; user < FailedSignIns.MOST_OF_EACH; user++) {
      failed.admits("user " + user, "10.0.0.1");
    }
    tries("carol", "10.0.0.1", FailedSignIns.MOST_OF_EACH);
    assertThat(failed.admits("carol", "10.0.0.2")).isTrue();
  }

  @Test
  void countsAUserHoweverTheNameIsTyped() {
    for (var name : List.of("carol", " carol", "carol\t", "Carol", "\u2003CAROL ")) {
      assertThat(failed.admits(name, "10.0.0.1")).isTrue();
    }
    assertThat(failed.admits("carol", "10.0.0.1")).isFalse();
  }

  @Test
  void countsANetworkHoweverManyAddressesItHas() {
    for (var host = 1; host <= FailedSignIns.MOST_OF_BOTH; host++) {
      assertThat(failed.admits("carol", "2001:db8:1:2::" + host)).isTrue();
    }
    assertThat(failed.admits("carol", "2001:db8:1:2:3:4:5:6")).isFalse();
    assertThat(failed.admits("carol", "2001:db8:1:3::1")).isTrue();
  }

  @Test
  void admitsNoMoreForASignInThatWasForgottenBeforeItSucceeded() {
    failed.admits("carol", "10.0.0.1");
    nanos.addAndGet(FailedSignIns.WINDOW.toNanos());
    failed.forget("carol", "10.0.0.1");
    for (var user = 0; user < FailedSignIns.MOST_OF_EACH; user++) {
      failed.admits("user " + user, "10.0.0.1");
    }
    assertThat(failed.admits("dora", "10.0.0.1")).isFalse();
  }

  @Test
  void doesNotCountWhatSucceeds() {
    for (var signIn = 0; signIn < 2 * FailedSignIns.MOST_OF_EACH; signIn++) {
      assertThat(failed.admits("carol", "10.0.0.1")).isTrue();
      failed.forget("carol", "10.0.0.1");
    }
  }

  @Test
  void admitsAgainWhenTheWindowIsOver() {
    tries("carol", "10.0.0.1", FailedSignIns.MOST_OF_BOTH + 1);
    nanos.addAndGet(FailedSignIns.WINDOW.toNanos());
    assertThat(failed.admits("carol", "10.0.0.1")).isTrue();
  }

  private boolean tries(String username, String address, int times) {
    var admitted = true;
    for (var time = 0; time < times; time++) {
      admitted = failed.admits(username, address);
    }
    return admitted;
  }
}
