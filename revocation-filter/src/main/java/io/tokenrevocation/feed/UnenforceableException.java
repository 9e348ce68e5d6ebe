package io.tokenrevocation.feed;

/** There are revocations that this version cannot enforce, or not as it is configured. */
final class UnenforceableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnenforceableException(String gap) {
    super(gap, null, false, false);
  }
}
