package io.tokenrevocation;

/**
 * The store did not do what was asked, or may not have: our fault.
 *
 * <p>Whoever catches this answers 503 with {@code Retry-After}, never success: a revocation that
 * may not be durable has not happened.
 */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message what was not done, without values
   * @param cause what the store said
   */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Makes one without a cause.
   *
   * @param message what was not done, without values
   */
  public StoreUnavailableException(String message) {
    super(message);
  }
}
