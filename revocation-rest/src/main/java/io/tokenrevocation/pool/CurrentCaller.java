package io.tokenrevocation.pool;

/** Knows whose request this thread is answering. Thread-safe. */
public interface CurrentCaller {

  /**
   * Returns who has sent the request.
   *
   * @return {@link Caller#NONE} outside of requests
   */
  Caller get();
}
