package io.tokenrevocation.sample;

import org.openqa.selenium.By;

/** The administrators' page. */
record Console(Browser browser, Sample sample) {

  Page page() {
    return new Page(browser);
  }

  /** Opens it, signed in or not. */
  Console open() {
    browser.open(sample.at("revocation/console/").toString());
    return this;
  }

  /** Opens it and signs the administrator in. */
  Console signIn() {
    open();
    page().awaitHeading("Sign in to the console");
    return signIn(Sample.PASSWORD);
  }

  /** Fills in the form that is there. */
  Console signIn(String password) {
    page().fill("User name", "carol");
    page().fill("Password", password);
    page().press("Sign in");
    return this;
  }

  /** Goes to a tab. */
  Console tab(String name) {
    page().follow(name);
    page().awaitHeading(name);
    browser.waitFor(name + " is there", () -> browser.all(By.cssSelector("[aria-busy]")).isEmpty());
    return this;
  }

  /** Makes an app client, from the list of them, and shows it. */
  Console createClient(String name, boolean withSecret) {
    page().follow("Create app client");
    page().awaitHeading("Create app client");
    page().fill("Name", name);
    if (withSecret) {
      page().tick("Generate a client secret");
    }
    page().press("Create");
    page().awaitHeading(name);
    return this;
  }

  /** The id of the app client that is shown. */
  String clientId() {
    return browser.find(By.cssSelector("dd code")).getText();
  }

  /** Finds a user by name. */
  Console find(String username) {
    tab("Users");
    page().fill("User name or subject", username);
    page().press("Find");
    page().awaitHeading(username);
    return this;
  }
}
