package io.tokenrevocation.feed;

import io.tokenrevocation.ClientRevocation;
import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.IssuerRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.SessionRevocation;
import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.SubjectRevocation;
import io.tokenrevocation.TokenRevocation;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Reads the JSON of an answer that its authority has signed: {@code docs/feed.md} says what is in
 * it. Members that are not known are passed over.
 */
final class FeedAnswerReader {

  static final int VERSION = 1;

  private final List<Revocation> revocations = new ArrayList<>();
  private final List<Instant> recorded = new ArrayList<>();
  private final TreeSet<String> unknownKinds = new TreeSet<>();

  private FeedAnswerReader() {}

  /**
   * Reads an answer.
   *
   * @throws StoreUnavailableException if it is of another version, or is not understood
   */
  static FeedAnswer read(byte[] json) {
    try (var reader = Json.createReader(new ByteArrayInputStream(json))) {
      return new FeedAnswerReader().read(reader.readObject());
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException e) { // implementations disagree about what they throw
      throw new StoreUnavailableException("the answer is not understood", e);
    }
  }

  private FeedAnswer read(JsonObject answer) {
    if (answer.getInt("version") != VERSION) {
      throw new StoreUnavailableException(
          "the answer is of version " + answer.getInt("version") + ", which is not known here");
    }
    answer.getJsonArray("revocations").getValuesAs(JsonObject.class).forEach(this::readGroup);
    var time = Instant.ofEpochMilli(answer.getJsonNumber("time").longValueExact());
    return new FeedAnswer(
        answer.getString("after"),
        time,
        answer.getString("next"),
        answer.getBoolean("more"),
        Duration.ofSeconds(answer.getJsonNumber("greatestLeeway").longValueExact()),
        revocations,
        new RecordedTimes(time, recorded.size() == revocations.size() ? recorded : List.of()),
        unknownKinds);
  }

  private void readGroup(JsonObject group) {
    var issuer = group.getString("issuer");
    var values = new Values(group.getJsonArray("values"));
    var kind = group.getString("kind");
    var before = revocations.size();
    while (values.hasNext()) {
      switch (kind) {
        case "token" -> add(new TokenRevocation(issuer, values.text(), values.instant()));
        case "family" -> add(new FamilyRevocation(issuer, values.text(), values.instant()));
        case "session" -> add(new SessionRevocation(issuer, values.text(), values.instant()));
        case "subject" ->
            add(new SubjectRevocation(issuer, values.text(), values.instant(), values.instant()));
        case "client" ->
            add(new ClientRevocation(issuer, values.text(), values.instant(), values.instant()));
        case "issuer" -> add(new IssuerRevocation(issuer, values.instant(), values.instant()));
        default -> {
          unknownKinds.add(kind);
          return;
        }
      }
    }
    readTimes(group, revocations.size() - before);
  }

  private void readTimes(JsonObject group, int count) {
    var times = group.getJsonArray("recorded");
    if (times != null && times.size() == count) {
      times.getValuesAs(JsonNumber.class).stream()
          .map(millis -> Instant.ofEpochMilli(millis.longValueExact()))
          .forEach(recorded::add);
    }
  }

  private void add(Revocation revocation) {
    revocations.add(revocation);
  }

  /** One after the other, as they stand in the array. */
  private static final class Values {

    private final JsonArray array;
    private int at;

    Values(JsonArray array) {
      this.array = array;
    }

    boolean hasNext() {
      return at < array.size();
    }

    String text() {
      return array.getString(at++);
    }

    Instant instant() {
      return Instant.ofEpochSecond(array.getJsonNumber(at++).longValueExact());
    }
  }
}
