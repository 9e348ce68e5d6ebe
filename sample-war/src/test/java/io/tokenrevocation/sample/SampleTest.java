package io.tokenrevocation.sample;

import java.net.URI;
import java.net.URL;
import java.util.Objects;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every test of the deployed sample starts from. */
@ExtendWith(ArquillianExtension.class)
abstract class SampleTest {

  @ArquillianResource private @Nullable URL deployed;

  protected Sample sample;

  @BeforeEach
  void reachTheSample() {
    var url = Objects.requireNonNull(deployed);
    // The server names the machine's network address, but listens on the loopback address.
    sample = new Sample(URI.create("http://localhost:" + url.getPort() + url.getPath()));
  }
}
