package io.tokenrevocation.rest;

import io.tokenrevocation.CutOffRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.feed.RecordedTimes;
import io.tokenrevocation.pool.FeedPages;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An answer of the feed in JSON: {@code docs/feed.md} says what is in it. */
final class FeedDocument {

  private static final int VERSION = 1;
  private static final Duration YOUNG = Duration.ofHours(1);

  private FeedDocument() {}

  /**
   * Writes an answer.
   *
   * @param issuer whose key signs it
   * @param after the mark that was asked for, empty for none
   * @param page what was found
   * @param next the mark to go on with
   */
  static byte[] of(String issuer, String after, FeedPages.Page page, FeedMark next) {
    var bytes = new ByteArrayOutputStream();
    try (var json = Json.createGenerator(bytes)) {
      json.writeStartObject()
          .write("version", VERSION)
          .write("issuer", issuer)
          .write("incarnation", next.incarnation())
          .write("after", after)
          .write("time", page.readAt().toEpochMilli())
          .write("next", next.text())
          .write("more", page.more())
          .write("greatestLeeway", Revocation.GREATEST_LEEWAY.toSeconds())
          .writeStartArray("revocations");
      var times = page.recorded().map(RecordedTimes::revoked).filter(all -> isYoung(all, page));
      groups(page.revocations())
          .forEach(
              (group, members) ->
                  write(
                      json,
                      group,
                      members.stream().map(page.revocations()::get).toList(),
                      times.map(all -> members.stream().map(all::get).toList())));
      json.writeEnd().writeEnd();
    }
    return bytes.toByteArray();
  }

  private record Group(RevocationKey.Kind kind, String issuer) {

    static Group of(Revocation revocation) {
      return new Group(revocation.key().kind(), revocation.key().issuer());
    }
  }

  /** Where the revocations of each group stand. */
  private static Map<Group, List<Integer>> groups(List<Revocation> revocations) {
    return IntStream.range(0, revocations.size())
        .boxed()
        .collect(
            Collectors.groupingBy(
                at -> Group.of(revocations.get(at)), LinkedHashMap::new, Collectors.toList()));
  }

  /** Whether anybody can still be interested in how long it took to arrive. */
  private static boolean isYoung(List<Instant> times, FeedPages.Page page) {
    return times.stream().anyMatch(page.readAt().minus(YOUNG)::isBefore);
  }

  private static void write(
      JsonGenerator json, Group group, List<Revocation> members, Optional<List<Instant>> times) {
    json.writeStartObject()
        .write("issuer", group.issuer())
        .write("kind", group.kind().name().toLowerCase(Locale.ROOT))
        .writeStartArray("values");
    for (var each : members) {
      if (group.kind() != RevocationKey.Kind.ISSUER) {
        json.write(each.key().value());
      }
      if (each instanceof CutOffRevocation cutOff) {
        json.write(cutOff.issuedBefore().getEpochSecond());
      }
      json.write(secondsAtLeast(each.retainUntil()));
    }
    json.writeEnd();
    times.ifPresent(all -> write(json, all));
    json.writeEnd();
  }

  private static void write(JsonGenerator json, List<Instant> times) {
    json.writeStartArray("recorded");
    times.forEach(time -> json.write(time.toEpochMilli()));
    json.writeEnd();
  }

  /** Never earlier: it would be forgotten too soon. */
  private static long secondsAtLeast(Instant instant) {
    return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
  }
}
