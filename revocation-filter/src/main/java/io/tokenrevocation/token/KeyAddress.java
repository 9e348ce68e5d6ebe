package io.tokenrevocation.token;

import java.net.URI;
import java.util.regex.Pattern;

/** Where keys may be fetched from: whoever can alter the answer can sign any token. */
public final class KeyAddress {

  /** In words that follow "must be". */
  public static final String RANGE = "an https URL, or an http URL on the loopback address";

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  private KeyAddress() {}

  /**
   * Reads an address.
   *
   * @param text a URL
   * @return the same
   * @throws IllegalArgumentException if keys are not to be fetched from there
   */
  public static URI parse(String text) {
    var address = URI.create(text);
    var host = address.getHost();
    var isSafe =
        "https".equals(address.getScheme())
            || ("http".equals(address.getScheme())
                && host != null
                && LOOPBACK.matcher(host).matches());
    if (!isSafe || host == null || address.getUserInfo() != null || address.getFragment() != null) {
      throw new IllegalArgumentException();
    }
    return address;
  }
}
