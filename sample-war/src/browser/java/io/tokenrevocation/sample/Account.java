package io.tokenrevocation.sample;

import org.openqa.selenium.By;

/** The page of users for their own sessions. */
record Account(Browser browser, Sample sample) {

  Page page() {
    return new Page(browser);
  }

  Account signIn(String username) {
    browser.open(sample.at("account.html").toString());
    page().fill("User name", username);
    page().fill("Password", Sample.PASSWORD);
    page().press("Sign in");
    browser.find(By.id("sessions"));
    return this;
  }

  /** How many sessions are shown. */
  int sessions() {
    return browser.all(By.cssSelector("#sessions > li")).size();
  }
}
