package io.tokenrevocation.pool;

/**
 * What a request tells of whoever sent it. Neither is proof of anything: behind a proxy the address
 * may be the proxy's, and a user agent is what it says it is.
 *
 * @param address as the server knows it, such as {@code 192.0.2.7}; at most 64 characters, empty if
 *     unknown
 * @param userAgent the header {@code User-Agent}; cut off at 256 characters, empty if unknown
 */
public record Caller(String address, String userAgent) {

  /** Nobody outside: the application itself, or what runs by itself. */
  public static final Caller NONE = new Caller("", "");

  private static final int LONGEST_ADDRESS = 64;
  private static final int LONGEST_AGENT = 256;

  /** Leaves out control characters, and what is too long to be kept. */
  public Caller {
    address = Note.fitting(address, LONGEST_ADDRESS);
    userAgent = Note.fitting(userAgent, LONGEST_AGENT);
  }
}
