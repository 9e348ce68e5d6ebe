package io.tokenrevocation;

import java.time.Instant;

/**
 * A revocation that covers everything issued before an instant, the cut-off.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1.6">RFC 7519, 4.1.6: iat</a>
 */
public sealed interface CutOffRevocation extends Revocation
    permits SubjectRevocation, ClientRevocation, IssuerRevocation {

  /**
   * Returns the cut-off.
   *
   * @return exclusive; in whole seconds, the resolution of {@code iat}
   */
  Instant issuedBefore();
}
