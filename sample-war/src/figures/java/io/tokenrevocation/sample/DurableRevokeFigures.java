package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is compared is done by the same server, through the same pool, for the same eight clients,
 * in turn: revoking, and committing one row.
 */
@DisplayName("Durable revokes, against bare commits")
@ExtendWith(FiguresExtension.class)
@Order(2)
class DurableRevokeFigures {

  private static final int CLIENTS = 8;
  private static final int AT_ONCE = 2_000;
  private static final int WARM_UPS = 12;
  private static final int ROUNDS = 5;

  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  @Test
  void aSecond(FigureTable table, LoneAuthority authority) throws Exception {
    var node = authority.start();
    var database = authority.database();
    Statements.enable(database);
    database.execute("create table bare_commit (number bigserial primary key, line text)");
    var all =
        authority.seed().write(database, (WARM_UPS + ROUNDS) * 2 * AT_ONCE, Duration.ofHours(1));
    var calls = 0L;
    for (var round = 0; round < WARM_UPS + ROUNDS; round++) {
      var beneath = all.subList(2 * round * AT_ONCE, (2 * round + 1) * AT_ONCE);
      var overHttp = all.subList((2 * round + 1) * AT_ONCE, (2 * round + 2) * AT_ONCE);
      measure("commit", beneath, lines -> load(node, "commit", lines));
      Statements.reset(database);
      measure("revoke", beneath, lines -> load(node, "revoke", lines));
      calls = Statements.read(database).calls();
      measure(
          "commit over HTTP",
          overHttp,
          lines -> Clients.call(lines, line -> node.sample().post("load/commit", line)));
      measure(
          "revoke over HTTP",
          overHttp,
          lines -> Clients.call(lines, line -> SeededSession.revokeOverOAuth(node, line)));
    }
    print(table, "revokes a second, beneath HTTP", "revoke", "commit");
    print(table, "revokes a second, over HTTP", "revoke over HTTP", "commit over HTTP");
    table.add("statements of a revoke, beneath HTTP", "", "%.1f", (double) calls / AT_ONCE);
    assertThat(database.column("select count(*) from revocation_log"))
        .containsExactly(Integer.toString(all.size()));
  }

  private void measure(String what, List<String> lines, Function<List<String>, List<Answer>> work) {
    var start = System.nanoTime();
    var answers = work.apply(lines);
    var seconds = (System.nanoTime() - start) / 1e9;
    assertThat(answers).extracting(Answer::status).containsOnly(200);
    rates.computeIfAbsent(what, name -> new ArrayList<>()).add(lines.size() / seconds);
  }

  /** A request for each client, with as many lines for each. */
  private static List<Answer> load(Node node, String what, List<String> lines) {
    var share = lines.size() / CLIENTS;
    var shares =
        IntStream.range(0, CLIENTS)
            .mapToObj(client -> lines.subList(client * share, (client + 1) * share))
            .toList();
    return Clients.call(
        shares, some -> node.sample().post("load/" + what, String.join("\n", some)));
  }

  private void print(FigureTable table, String figure, String revoke, String commit) {
    table.add(
        figure,
        "0.7 of bare commits",
        "%.2f: %s of %s",
        median(revoke) / median(commit),
        rounds(revoke),
        rounds(commit));
  }

  private double median(String what) {
    return measured(what).sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
  }

  private String rounds(String what) {
    return measured(what)
        .mapToObj(rate -> String.format(Locale.ROOT, "%,.0f", rate))
        .collect(Collectors.joining(" "));
  }

  private DoubleStream measured(String what) {
    return rates.getOrDefault(what, List.of()).stream()
        .skip(WARM_UPS)
        .mapToDouble(Double::doubleValue);
  }
}
