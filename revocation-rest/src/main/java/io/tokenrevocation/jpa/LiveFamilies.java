package io.tokenrevocation.jpa;

import java.util.List;

/** What makes a family live, in words of queries that call it {@code f}. */
final class LiveFamilies {

  /** Whatever takes a sign-in out of use has one row at most, and is found by its key. */
  static final String WITH_BOUNDS =
      " from FamilyEntity f join ClientEntity client on client.id = f.clientId"
          + " left join SubjectEntity owner"
          + " on owner.id.poolId = f.poolId and owner.id.subject = f.subject"
          + " left join CutOffEntity ofSubject on ofSubject.id.poolId = f.poolId"
          + " and ofSubject.id.kind = SUBJECT and ofSubject.id.revoked = f.subject"
          + " left join CutOffEntity ofClient on ofClient.id.poolId = f.poolId"
          + " and ofClient.id.kind = CLIENT and ofClient.id.revoked = f.clientId"
          + " left join CutOffEntity ofPool on ofPool.id.poolId = f.poolId"
          + " and ofPool.id.kind = ISSUER and ofPool.id.revoked = f.poolId"
          + " where f.poolId = :pool";

  static final String IN_USE =
      " and f.signOutEpoch >= coalesce(owner.signOutEpoch, 0L) and ("
          + inUse("refreshExpiresAt", "authTime")
          + " or "
          + inUse("latestExpiry", "lastIssuedAt")
          + ")";

  static final String LIVE = IN_USE + " and f.revokedAt is null";

  private LiveFamilies() {}

  /** A token as old as it says, which works until it expires or is cut off. */
  private static String inUse(String expiry, String issued) {
    var condition = new StringBuilder("f.").append(expiry).append(" > :now");
    for (var cutOff : List.of("ofSubject", "ofClient", "ofPool")) {
      condition
          .append(" and (" + cutOff + ".signedInBefore is null or f.")
          .append(issued + " >= " + cutOff + ".signedInBefore)");
    }
    return "(" + condition + ")";
  }
}
