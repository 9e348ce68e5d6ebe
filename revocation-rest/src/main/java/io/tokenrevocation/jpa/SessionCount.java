package io.tokenrevocation.jpa;

import static io.tokenrevocation.pool.SessionQueries.MOST_COUNTED;

import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.pool.Effect;
import io.tokenrevocation.pool.SessionScope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Counts live sessions. */
final class SessionCount {

  private final EntityManager entities;
  private final SessionScope scope;
  private final StringBuilder among = new StringBuilder();
  private final Map<String, Object> values = new HashMap<>();

  SessionCount(EntityManager entities, SessionScope scope) {
    this.entities = entities;
    this.scope = scope;
    values.put("pool", scope.poolId());
    restrict();
  }

  private void restrict() {
    switch (scope.kind()) {
      case FAMILY -> restrict("f.id = :value", "value", UUID.fromString(scope.value()));
      case SUBJECT -> restrict("f.subject = :value", "value", scope.value());
      case CLIENT -> restrict("f.clientId = :value", "value", scope.value());
      case ISSUER -> {}
      case TOKEN, SESSION -> throw new IllegalArgumentException(scope.kind() + " is not counted");
    }
    if (scope.signedInBefore() != null) {
      restrict("f.authTime < :before", "before", scope.signedInBefore());
    }
    if (scope.except() != null) {
      restrict("f.id <> :except", "except", scope.except());
    }
  }

  private void restrict(String condition, String name, Object value) {
    among.append(" and ").append(condition);
    values.put(name, value);
  }

  /** A user's are looked at to the last; of more, the newest. */
  Effect effect() {
    var before = tooOld();
    before.ifPresent(at -> restrict("f.authTime > :tooOld", "tooOld", at));
    return Effect.of(live(), before.isPresent());
  }

  /** When the newest of those was that are not looked at. */
  private Optional<Instant> tooOld() {
    if (scope.kind() != Kind.CLIENT && scope.kind() != Kind.ISSUER) {
      return Optional.empty();
    }
    return query(
            "select f.authTime from FamilyEntity f where f.poolId = :pool"
                + among
                + " order by f.authTime desc",
            Instant.class)
        .setFirstResult(MOST_COUNTED)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private List<Effect.AtClient> live() {
    var revokedAt = scope.revokedAt();
    var query =
        query(
                "select f.clientId as client, count(*) as number"
                    + LiveFamilies.WITH_BOUNDS
                    + among
                    + (revokedAt == null
                        ? LiveFamilies.LIVE
                        : LiveFamilies.IN_USE + " and f.revokedAt = :revokedAt")
                    + " group by f.clientId order by count(*) desc, f.clientId",
                Tuple.class)
            .setParameter("now", DatabaseClock.now(entities));
    if (revokedAt != null) {
      query.setParameter("revokedAt", revokedAt);
    }
    return query
        .getResultStream()
        .map(
            row ->
                new Effect.AtClient(row.get("client", String.class), row.get("number", Long.class)))
        .toList();
  }

  private <T> TypedQuery<T> query(String text, Class<T> type) {
    var query = entities.createQuery(text, type);
    values.forEach(query::setParameter);
    return query;
  }
}
