package io.tokenrevocation.sample;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** A page as its user knows it: by what is written on it. */
record Page(Browser browser) {

  /** A control by its label. */
  WebElement field(String label) {
    var labelled = "//label[normalize-space()=" + quoted(label) + "]/@for";
    return browser.find(By.xpath("//*[@id=" + labelled + "]"));
  }

  /** Types into a control, instead of what is in it. */
  void fill(String label, String text) {
    var field = field(label);
    field.clear();
    field.sendKeys(text);
  }

  /** Replaces what is in a control with what was copied; returns that. */
  String paste(String label) {
    fill(label, Keys.chord(Keys.CONTROL, "v"));
    return value(label);
  }

  /** Ticks a box, or takes the tick away. */
  void tick(String label) {
    browser.click(field(label));
  }

  void choose(String label, String option) {
    new Select(field(label)).selectByVisibleText(option);
  }

  /** What there is to choose from. */
  List<String> options(String label) {
    return new Select(field(label)).getOptions().stream().map(WebElement::getText).toList();
  }

  /** What is in a control. */
  String value(String label) {
    return String.valueOf(field(label).getDomProperty("value"));
  }

  void press(String button) {
    browser.click(button(button));
  }

  /**
   * One that does not rest, by its name, or the start of one not written on it: of a question, if
   * any.
   */
  WebElement button(String name) {
    var where =
        browser.all(By.cssSelector("dialog[open]")).isEmpty() ? "//button" : "//dialog//button";
    var named = "[not(@aria-disabled)][normalize-space()=%1$s or starts-with(@aria-label, %1$s)]";
    return browser.find(By.xpath(where + named.formatted(quoted(name))));
  }

  void follow(String link) {
    browser.click(browser.find(By.linkText(link)));
  }

  /** Waits for a heading of the page, or of a question over it. */
  void awaitHeading(String text) {
    browser.find(
        By.xpath("//*[self::h1 or self::h2][normalize-space()=%s]".formatted(quoted(text))));
  }

  /** Waits for a text somewhere. */
  void await(String text) {
    browser.find(By.xpath("//body//*[contains(normalize-space(.), %s)]".formatted(quoted(text))));
  }

  /** The question over the page. */
  String question() {
    return browser.find(By.cssSelector("dialog[open]")).getText();
  }

  /** Waits until nothing is asked any more. */
  void awaitAnswered() {
    browser.waitFor("no question", () -> browser.all(By.cssSelector("dialog[open]")).isEmpty());
  }

  /** Waits for what is said to everybody. */
  void awaitSaid(String text) {
    var said = By.id("said");
    browser.waitFor("said: " + text, () -> browser.all(said).get(0).getText().contains(text));
  }

  /** Waits for what went wrong. */
  void awaitProblem(String text) {
    browser.find(
        By.xpath("//*[@role='alert'][contains(normalize-space(.), %s)]".formatted(quoted(text))));
  }

  int rows() {
    return browser.all(By.cssSelector("main table > tbody > tr")).size();
  }

  private static String quoted(String text) {
    return text.contains("'") ? '"' + text + '"' : "'" + text + "'";
  }
}
