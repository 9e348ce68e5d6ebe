package io.tokenrevocation.jpa;

import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.pool.Effect;
import io.tokenrevocation.pool.Family;
import io.tokenrevocation.pool.SessionQueries;
import io.tokenrevocation.pool.SessionScope;
import io.tokenrevocation.pool.SubjectKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@link SessionQueries} on one {@link EntityManager}. */
final class JpaSessionQueries implements SessionQueries {

  /** Whatever takes a sign-in out of use has one row at most, and is found by its key. */
  private static final String WITH_BOUNDS =
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

  private static final String IN_USE =
      " and f.signOutEpoch >= coalesce(owner.signOutEpoch, 0L) and ("
          + inUse("refreshExpiresAt", "authTime")
          + " or "
          + inUse("latestExpiry", "lastIssuedAt")
          + ")";

  private static final String LIVE = IN_USE + " and f.revokedAt is null";

  private final EntityManager entities;

  JpaSessionQueries(EntityManager entities) {
    this.entities = entities;
  }

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

  @Override
  public List<Family> live(SubjectKey subject, @Nullable Position after, int limit) {
    var values = values(subject.poolId());
    values.put("subject", subject.subject());
    var beyond = "";
    if (after != null) {
      beyond = " and f.authTime <= :at and (f.authTime < :at or f.id < :id)";
      values.put("at", after.authTime());
      values.put("id", after.id());
    }
    var query =
        entities.createQuery(
            "select f"
                + WITH_BOUNDS
                + " and f.subject = :subject"
                + LIVE
                + beyond
                + " order by f.authTime desc, f.id desc",
            FamilyEntity.class);
    values.forEach(query::setParameter);
    return query.setMaxResults(limit).getResultStream().map(FamilyEntity::toFamily).toList();
  }

  @Override
  public Effect count(SessionScope scope) {
    var values = values(scope.poolId());
    var text = new StringBuilder(WITH_BOUNDS).append(restriction(scope, values));
    if (scope.signedInBefore() != null) {
      text.append(" and f.authTime < :before");
      values.put("before", scope.signedInBefore());
    }
    if (scope.except() != null) {
      text.append(" and f.id <> :except");
      values.put("except", scope.except());
    }
    if (scope.revokedAt() == null) {
      text.append(LIVE);
    } else {
      text.append(IN_USE).append(" and f.revokedAt = :revokedAt");
      values.put("revokedAt", scope.revokedAt());
    }
    return count(text.toString(), isBounded(scope), values);
  }

  /** A user's are counted to the last; of more, the newest, and no more of them than are needed. */
  private Effect count(String text, boolean bounded, Map<String, Object> values) {
    var counted =
        bounded
            ? " from (select f.clientId as clientId"
                + text
                + " order by f.authTime desc limit "
                + (MOST_COUNTED + 1)
                + ") f"
            : text;
    var query =
        entities.createQuery(
            "select f.clientId as client, count(*) as number"
                + counted
                + " group by f.clientId order by count(*) desc, f.clientId",
            Tuple.class);
    values.forEach(query::setParameter);
    var atClients =
        query
            .getResultStream()
            .map(
                row ->
                    new Effect.AtClient(
                        row.get("client", String.class), row.get("number", Long.class)))
            .toList();
    var sum = atClients.stream().mapToLong(Effect.AtClient::sessions).sum();
    return Effect.of(atClients, bounded && sum > MOST_COUNTED);
  }

  @Override
  public Optional<String> username(SubjectKey subject) {
    return entities
        .createQuery(
            "select username from FamilyEntity where poolId = :pool and subject = :subject"
                + " order by authTime desc",
            String.class)
        .setParameter("pool", subject.poolId())
        .setParameter("subject", subject.subject())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private Map<String, Object> values(String poolId) {
    var values = new HashMap<String, Object>();
    values.put("pool", poolId);
    values.put("now", DatabaseClock.now(entities));
    return values;
  }

  private static boolean isBounded(SessionScope scope) {
    return scope.kind() == Kind.CLIENT || scope.kind() == Kind.ISSUER;
  }

  private static String restriction(SessionScope scope, Map<String, Object> values) {
    return switch (scope.kind()) {
      case FAMILY -> {
        values.put("value", UUID.fromString(scope.value()));
        yield " and f.id = :value";
      }
      case SUBJECT -> {
        values.put("value", scope.value());
        yield " and f.subject = :value";
      }
      case CLIENT -> {
        values.put("value", scope.value());
        yield " and f.clientId = :value";
      }
      case ISSUER -> "";
      case TOKEN, SESSION -> throw new IllegalArgumentException(scope.kind() + " is not counted");
    };
  }
}
