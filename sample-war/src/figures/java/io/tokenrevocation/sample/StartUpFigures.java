package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.sample.figures.PlainRead;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A start with many live revocations, against reading their rows")
@ExtendWith(FiguresExtension.class)
@Order(4)
class StartUpFigures {

  static final int ROWS = Integer.getInteger("figures.rows");

  private static final int ROUNDS = 3;
  private static final String HEAP = "-Xmx384m";

  /** Families of the user pool, as a revoke writes them. */
  private static final String SEED =
      """
      insert into revocation_log
        (number, kind, issuer, revoked, revoked_at, retain_until, revoked_by, reason)
      select nextval('revocation_log_number'), 'FAMILY', issuer, gen_random_uuid()::text, now(),
        now() + interval '%s', 'client sampleweb', ''
      from revocation_pool cross join generate_series(1, %d)
      """;

  private static final Pattern STARTED = logged("REV0201");
  private static final Pattern ENFORCING = logged("REV0103");
  private static final Pattern COLLECTION = Pattern.compile(" (\\d+)M->(\\d+)M\\((\\d+)M\\)");

  /** Writes revocations that are over after a time, or before now. */
  static void seed(Database database, int count, String life) throws SQLException {
    assertThat(database.execute(SEED.formatted(life, count))).isEqualTo(count);
    database.execute("vacuum analyze revocation_log");
  }

  @Test
  void afterALoad(FigureTable table, LoneAuthority authority) throws Exception {
    authority.startOnce();
    seed(authority.database(), ROWS, "12 hours");
    var loads = new ArrayList<Long>();
    var reads = new ArrayList<Long>();
    var peak = 0L;
    for (var round = 0; round < ROUNDS; round++) {
      var node = authority.start(HEAP);
      assertThat(liveRevocations(node)).isGreaterThanOrEqualTo(ROWS);
      loads.add(millis(node, ENFORCING) - millis(node, STARTED));
      peak = Math.max(peak, peakMegabytes(node));
      reads.add(plainRead(authority.database()));
    }
    table.add(
        String.format(Locale.ROOT, "start with %,d live revocations, against plain JDBC", ROWS),
        "at most 2 times",
        "%.1f times: %,d ms against %,d (rounds %s against %s); heap at most %d MB, with %s",
        (double) median(loads) / median(reads),
        median(loads),
        median(reads),
        loads,
        reads,
        peak,
        HEAP);
  }

  private static long liveRevocations(Node node) {
    var status = node.sample().get("revocation/status");
    return Tokens.json(status.body()).getJsonNumber("liveRevocations").longValue();
  }

  private static Pattern logged(String id) {
    return Pattern.compile("timeMillis: (\\d+)\\] [^\\n]*" + id);
  }

  /** When the node wrote a line to its log. */
  private static long millis(Node node, Pattern line) {
    var found = line.matcher(node.log());
    assertThat(found.find()).as(node.log()).isTrue();
    return Long.parseLong(found.group(1));
  }

  /** What was in use before any of the collections, garbage and all. */
  private static long peakMegabytes(Node node) throws IOException {
    return COLLECTION
        .matcher(Files.readString(node.directory().resolve("gc.log")))
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .max()
        .orElseThrow();
  }

  private static long plainRead(Database database) throws IOException, InterruptedException {
    var classes =
        Path.of(
            URI.create(
                PlainRead.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("it.java"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                classes + File.pathSeparator + Postgres.driver(),
                PlainRead.class.getName(),
                "jdbc:postgresql://localhost:" + database.port() + "/postgres")
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    var answer = output.split(" ", -1);
    assertThat(Integer.parseInt(answer[0])).isGreaterThanOrEqualTo(ROWS);
    return Long.parseLong(answer[1]);
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
