package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives all tests the same sample and the same browser, in which nobody is signed in. No page may
 * write an error into the browser's console, or do what its Content-Security-Policy forbids.
 */
final class BrowserExtension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

  @Override
  public void beforeEach(ExtensionContext test) {
    var browser = browser(test);
    browser.open("about:blank");
    browser.open(sample(test).sample().at("revocation/console/icon.svg").toString());
    browser.forgetCookies();
    browser.show(1200, 800, false);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    assertThat(browser(test).mistakes()).isEmpty();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    var type = parameter.getParameter().getType();
    return type == BrowsedSample.class || type == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Browser.class ? browser(test) : sample(test);
  }

  private static Browser browser(ExtensionContext test) {
    return store(test)
        .getOrComputeIfAbsent(
            Browser.class, type -> Browser.start(directory().resolve("profile")), Browser.class);
  }

  private static BrowsedSample sample(ExtensionContext test) {
    return store(test)
        .getOrComputeIfAbsent(BrowsedSample.class, type -> start(), BrowsedSample.class);
  }

  private static BrowsedSample start() {
    try {
      return BrowsedSample.start(directory());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path directory() {
    try {
      var parent = Files.createDirectories(Path.of(System.getProperty("it.data")));
      return Files.createTempDirectory(parent, "browser-");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Store store(ExtensionContext test) {
    return test.getRoot().getStore(ExtensionContext.Namespace.create(BrowserExtension.class));
  }
}
