package io.tokenrevocation.sample;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window, and what a person does with it. Everything is waited for. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> OPTIONS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final ChromeDriver driver;
  private final Path downloads;

  private Browser(ChromeDriver driver, Path downloads) {
    this.driver = driver;
    this.downloads = downloads;
  }

  /** Starts one with a profile of its own. */
  static Browser start(Path profile) {
    var options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(OPTIONS);
    options.addArguments("--lang=en-US", "--user-data-dir=" + profile);
    var downloads = profile.resolveSibling("downloads");
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", downloads.toString()));
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options), downloads);
  }

  void open(String address) {
    driver.get(address);
  }

  String address() {
    return driver.getCurrentUrl();
  }

  void forgetCookies() {
    driver.manage().deleteAllCookies();
  }

  /** Has a cookie from now on, given as name=value, below a path. */
  void setCookie(String cookie, String path) {
    var pair = cookie.split("=", 2);
    driver.manage().addCookie(new Cookie(pair[0], pair[1], path, null));
  }

  /** The lines of a file that was saved. */
  List<String> saved(String name) {
    var file = downloads.resolve(name);
    waitFor(name + " is saved", () -> Files.exists(file));
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first that is shown, of those that match. */
  WebElement find(By wanted) {
    return new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> wanted + " in " + driver.findElement(By.tagName("body")).getText())
        .until(
            now ->
                now.findElements(wanted).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null));
  }

  /** Those that match now. */
  List<WebElement> all(By wanted) {
    return driver.findElements(wanted);
  }

  void waitFor(String what, BooleanSupplier condition) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(what)
        .until(now -> condition.getAsBoolean());
  }

  /** Clicks an element, in the middle of what is shown. */
  void click(WebElement element) {
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  /** Presses keys, wherever the focus is. */
  void type(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** How far the page reaches to the right, beyond what is shown. */
  long overflow() {
    var script =
        "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    return ((Number) driver.executeScript(script)).longValue();
  }

  /** Makes the page as large as that, and dark or light. */
  void show(int width, int height, boolean dark) {
    var metrics = Map.<String, Object>of("width", width, "height", height, "deviceScaleFactor", 1);
    var all = new HashMap<>(metrics);
    all.put("mobile", width < 500);
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", all);
    var scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
  }

  void takePicture(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the page did wrong since it was last asked; a refused request is no mistake of it. */
  List<String> mistakes() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .filter(text -> !text.contains("Failed to load resource: the server responded with"))
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
