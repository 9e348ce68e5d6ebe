package io.tokenrevocation.pool;

import java.util.function.Function;

/**
 * What came of a request that was understood.
 *
 * @param <T> what there is if it was not refused
 */
public sealed interface Outcome<T> {

  /**
   * It was done.
   *
   * @param value what came of it
   * @param <T> the value's type
   */
  record Done<T>(T value) implements Outcome<T> {}

  /**
   * It was refused.
   *
   * @param refusal why
   * @param <T> the type of what there would have been
   */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /**
   * Returns the value.
   *
   * @param error how the caller's protocol says that it was refused
   * @return what came of the request
   */
  default T orElseThrow(Function<Refusal, ? extends RuntimeException> error) {
    if (this instanceof Refused<T> refused) {
      throw error.apply(refused.refusal());
    }
    return ((Done<T>) this).value();
  }
}
