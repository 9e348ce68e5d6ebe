package io.tokenrevocation.rest.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
    "2001:db8:1:2::1, 2001:DB8:1:2:0:0:0:5",
    "2001:db8:1:2::1, [2001:db8:1:2::7]",
    "fe80::1, fe80::2%eth0",
    "fe80::1, [fe80::2%3]",
    "::1, 0:0:0:0:0:0:0:1",
    "::ffff:192.0.2.7, 192.0.2.7"
  })
  void isTheSameOf(String one, String other) {
    assertThat(Network.of(one)).isEqualTo(Network.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:3::1",
    "192.0.2.7, 192.0.2.8",
    "::ffff:192.0.2.7, ::ffff:192.0.2.8"
  })
  void isAnotherOf(String one, String other) {
    assertThat(Network.of(one)).isNotEqualTo(Network.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "192.0.2.7", "192.0.2.7:8080", "proxy", "proxy:80", "add:", ":", "::g"})
  void isTheAddressItselfOfAnythingElse(String address) {
    assertThat(Network.of(address)).isEqualTo(address);
  }
}
