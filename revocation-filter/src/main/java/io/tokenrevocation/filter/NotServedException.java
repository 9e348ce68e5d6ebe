package io.tokenrevocation.filter;

/** Ends a request to an application that must not be served. The log says why, once. */
final class NotServedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotServedException() {
    // Thrown for every request: no stack trace is filled in.
    super(
        "Nothing of this application is served: the log of the server says why",
        null,
        false,
        false);
  }
}
