package io.tokenrevocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MessagesTest {

  @Test
  void startsEachLineWithAnIdOfItsOwn() {
    // Any text has room for at most three values, and none minds a number.
    assertThat(Arrays.stream(Messages.values()).map(message -> message.text(1, 2, 3)))
        .allMatch(line -> line.matches("REV01\\d\\d: \\S.*"))
        .extracting(line -> line.substring(0, 7))
        .doesNotHaveDuplicates();
  }
}
