package io.tokenrevocation.filter;

/** Ends a request that the filter would not have seen. The log says why, once. */
final class FilterMissingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FilterMissingException() {
    // Thrown for every request: no stack trace is filled in.
    super("The token revocation filter is not in place", null, false, false);
  }
}
