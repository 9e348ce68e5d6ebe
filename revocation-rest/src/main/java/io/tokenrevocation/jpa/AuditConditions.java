package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.AuditPosition;
import io.tokenrevocation.pool.AuditQuery;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conditions of a query on {@link AuditRow}, under the name {@code entry}. */
final class AuditConditions {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  private AuditConditions() {}

  static AuditConditions of(AuditQuery query) {
    var all = new AuditConditions();
    query.from().ifPresent(from -> all.add("entry.doneAt >= :from", "from", from));
    query.to().ifPresent(to -> all.add("entry.doneAt < :to", "to", to));
    if (!query.poolIds().isEmpty()) {
      all.add("entry.poolId in :pools", "pools", query.poolIds());
    }
    for (var condition : query.conditions()) {
      var name = condition.field().name();
      all.add(column(condition.field()) + " in :" + name, name, condition.texts());
    }
    return all;
  }

  /** The first comparison is for the index, the second exact. */
  void before(AuditPosition position) {
    add("entry.doneAt <= :at", "at", position.at());
    add("(entry.doneAt < :at or entry.number < :number)", "number", position.number());
  }

  void after(AuditPosition position) {
    add("entry.doneAt >= :at", "at", position.at());
    add("(entry.doneAt > :at or entry.number > :number)", "number", position.number());
  }

  <T> TypedQuery<T> bind(TypedQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }

  @Override
  public String toString() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private void add(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
  }

  private static String column(AuditQuery.Field field) {
    return switch (field) {
      case ACTION -> "entry.action";
      case OUTCOME -> "entry.outcome";
      case BY -> "entry.doneBy";
      case ABOUT -> "entry.revoked";
    };
  }
}
