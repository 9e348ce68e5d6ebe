package io.tokenrevocation.pool;

import java.lang.System.Logger.Level;

/**
 * What is done when a refresh token is used that was rotated out: either its client is at fault, or
 * it was stolen. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2">RFC 9700, 4.14.2: Refresh
 *     Token Protection</a>
 */
final class ReuseDetection {

  private static final System.Logger LOG = System.getLogger(ReuseDetection.class.getName());

  private final FamilyRevoker revoker;
  private final boolean revokes;

  /**
   * Makes one.
   *
   * @param revokes whether the whole family is taken out of use, too; Cognito does not
   */
  ReuseDetection(FamilyRevoker revoker, boolean revokes) {
    this.revoker = revoker;
    this.revokes = revokes;
  }

  void detected(Family family) {
    LOG.log(Level.WARNING, Messages.REFRESH_TOKEN_REUSED.text(family.id(), family.clientId()));
    if (revokes) {
      revoker.revoke(family.id(), new Note("client " + family.clientId(), "refresh token reuse"));
    }
  }
}
