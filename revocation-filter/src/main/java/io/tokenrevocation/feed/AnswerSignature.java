package io.tokenrevocation.feed;

/** Whether an authority has signed an answer. Thread-safe. */
@FunctionalInterface
public interface AnswerSignature {

  /**
   * Tells whether it has.
   *
   * @param signature the header that came with the answer; anything at all
   * @param answer the JSON, as it was before it was compressed
   * @return false if it has not, or not this
   * @throws io.tokenrevocation.StoreUnavailableException if the authority's keys are not known
   */
  boolean isGood(String signature, byte[] answer);
}
