package io.tokenrevocation.mint;

import io.tokenrevocation.mint.SealedTexts.Kind;
import io.tokenrevocation.mint.SealedTexts.SealedText;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Queue;

/**
 * Brings what lies in the database under a previous encryption key under the present one, some
 * texts at a time. Goes through all of them once. Not thread-safe.
 */
public final class Resealing {

  private static final int AT_A_TIME = 20;

  private final Vault vault;
  private final SealedTexts texts;
  private final Queue<Kind> ahead;
  private String position = "";
  private int resealed;
  private int unopened;

  /**
   * Makes one that is at the beginning, or at the end if no previous keys are known.
   *
   * @param vault opens them and seals them again
   * @param texts all there are
   */
  public Resealing(Vault vault, SealedTexts texts) {
    this.vault = vault;
    this.texts = texts;
    this.ahead =
        new ArrayDeque<>(
            vault.hasPreviousKeys() ? EnumSet.allOf(Kind.class) : EnumSet.noneOf(Kind.class));
  }

  /**
   * Tells whether all texts have been gone through.
   *
   * @return true if {@link #step} has nothing to do
   */
  public boolean isDone() {
    return ahead.isEmpty();
  }

  /**
   * Goes through the next texts. One that no key opens is counted and left as it is.
   *
   * @throws io.tokenrevocation.StoreUnavailableException if that failed: it can be tried again
   */
  public void step() {
    var kind = ahead.element();
    var found = texts.after(kind, position, AT_A_TIME);
    for (var text : found) {
      reseal(text);
      position = text.id();
    }
    if (found.size() < AT_A_TIME) {
      ahead.remove();
      position = "";
    }
  }

  /**
   * Returns how many texts this has brought under the present key.
   *
   * @return zero or more
   */
  public int resealed() {
    return resealed;
  }

  /**
   * Returns how many texts lie under keys that are not known.
   *
   * @return zero or more
   */
  public int unopened() {
    return unopened;
  }

  private void reseal(SealedText text) {
    try {
      var again = vault.reseal(text.sealed());
      if (again.isPresent() && texts.replace(text, again.get())) {
        resealed++;
      }
    } catch (VaultException e) {
      unopened++;
    }
  }
}
