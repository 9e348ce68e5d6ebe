package io.tokenrevocation.rest;

import io.tokenrevocation.pool.AuditQuery.Condition;
import io.tokenrevocation.pool.AuditQuery.Field;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters in the address of a call that reads. */
final class Parameters {

  static final int LONGEST_TEXT = 512;

  /** Whatever lies beyond is no time of an entry, and no time of a database either. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final MultivaluedMap<String, String> given;

  private Parameters(MultivaluedMap<String, String> given) {
    this.given = given;
  }

  static Parameters of(UriInfo uri) {
    return new Parameters(uri.getQueryParameters());
  }

  /** A text that is not empty. */
  Optional<String> text(String name, int longest) {
    var values = given.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    var text = values.get(0);
    if (values.size() > 1
        || text.isEmpty()
        || text.length() > longest
        || text.chars().anyMatch(Character::isISOControl)) {
      throw Problem.invalidParameter(
          name,
          "must be given once, with 1 to " + longest + " characters, none of them control ones");
    }
    return Optional.of(text);
  }

  /** A time such as 2026-01-31T09:30:00Z. */
  Optional<Instant> time(String name) {
    return text(name, LONGEST_TEXT).map(text -> time(name, text));
  }

  private static Instant time(String name, String text) {
    try {
      var time = OffsetDateTime.parse(text).toInstant();
      if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LAST)) {
        return time;
      }
    } catch (DateTimeException e) {
      // is told of below
    }
    throw Problem.invalidParameter(name, "must be a time such as 2026-01-31T09:30:00Z (RFC 3339)");
  }

  /** A whole number from 1 on. */
  int number(String name, int unlessGiven, int most) {
    return text(name, LONGEST_TEXT).map(text -> number(name, text, most)).orElse(unlessGiven);
  }

  private static int number(String name, String text, int most) {
    if (text.matches("\\d{1,9}")) {
      var number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw Problem.invalidParameter(name, "must be a whole number from 1 to " + most);
  }

  /** What entries of the audit trail must have. */
  List<Condition> conditions() {
    return Arrays.stream(Field.values()).flatMap(this::condition).toList();
  }

  private Stream<Condition> condition(Field field) {
    return text(field.name().toLowerCase(Locale.ROOT), LONGEST_TEXT)
        .map(text -> new Condition(field, field == Field.ACTION ? list(text) : Set.of(text)))
        .stream();
  }

  private static Set<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).collect(Collectors.toSet());
  }
}
