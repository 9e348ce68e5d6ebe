package io.tokenrevocation.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What is alive in a server after a full garbage collection.
 *
 * @param copies of our classes, one for each class loader that has loaded them
 * @param connections to databases, of whatever pool
 * @param threads of everybody
 */
record Footprint(long copies, long connections, long threads) {

  private static final String OURS = "io.tokenrevocation.Messages";
  private static final String CONNECTION = "org.h2.jdbc.JdbcConnection";

  static Footprint of(RunningServer server) throws IOException, InterruptedException {
    jcmd(server, "GC.run"); // finds what a finalizer still has to see
    var classes = jcmd(server, "GC.class_histogram").stream().map(Footprint::columns).toList();
    var threads = jcmd(server, "Thread.print").stream().filter(line -> line.startsWith("\""));
    return new Footprint(
        classes.stream().filter(row -> row.contains(OURS)).count(),
        classes.stream()
            .filter(row -> row.contains(CONNECTION))
            .mapToLong(row -> Long.parseLong(row.get(1)))
            .sum(),
        threads.count());
  }

  /** Rank, instances, bytes, class. */
  private static List<String> columns(String line) {
    return List.of(line.strip().split("\\s+", 5));
  }

  private static List<String> jcmd(RunningServer server, String command)
      throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("it.java"), "bin", "jcmd").toString();
    var process =
        new ProcessBuilder(jcmd, Long.toString(server.process().pid()), command)
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + said);
    }
    return said.lines().toList();
  }
}
