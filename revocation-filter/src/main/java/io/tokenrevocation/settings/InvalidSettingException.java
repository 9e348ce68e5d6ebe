package io.tokenrevocation.settings;

/**
 * A setting is wrong, unknown or missing: let the deployment fail.
 *
 * <p>The message names the key, the value unless it is secret, where it stands, and the range.
 */
public final class InvalidSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message for the administrator
   */
  public InvalidSettingException(String message) {
    super(message);
  }
}
