package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.Effect;
import io.tokenrevocation.pool.Family;
import io.tokenrevocation.pool.SessionQueries;
import io.tokenrevocation.pool.SessionScope;
import io.tokenrevocation.pool.SubjectKey;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link SessionQueries} on one {@link EntityManager}. */
final class JpaSessionQueries implements SessionQueries {

  private final EntityManager entities;

  JpaSessionQueries(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<Family> live(SubjectKey subject, @Nullable Position after, int limit) {
    var values = new HashMap<String, Object>();
    values.put("pool", subject.poolId());
    values.put("now", DatabaseClock.now(entities));
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
                + LiveFamilies.WITH_BOUNDS
                + " and f.subject = :subject"
                + LiveFamilies.LIVE
                + beyond
                + " order by f.authTime desc, f.id desc",
            FamilyEntity.class);
    values.forEach(query::setParameter);
    return query.setMaxResults(limit).getResultStream().map(FamilyEntity::toFamily).toList();
  }

  @Override
  public Effect count(SessionScope scope) {
    return new SessionCount(entities, scope).effect();
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
}
