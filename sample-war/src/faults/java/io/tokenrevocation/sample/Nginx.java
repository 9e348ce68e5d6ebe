package io.tokenrevocation.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** An nginx on the loopback address, configured as the documentation of the feed has it. */
final class Nginx implements AutoCloseable {

  private static final Path DOCUMENTATION = Path.of("..", "docs", "feed.md");
  private static final Pattern DOCUMENTED = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);

  /** Written by whoever runs it, into its own directory only. */
  private static final String FRAME =
      """
      %s
      pid nginx.pid;
      error_log error.log;
      events {}
      http {
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        log_format upstream "$msec $request_time $upstream_cache_status $request_uri";
        access_log access.log upstream;
      %s
      }
      """;

  private final Path directory;
  private final int port;
  private final String documented;
  private Process process;

  private Nginx(Path directory, int port, String documented) throws IOException {
    this.directory = directory;
    this.port = port;
    this.documented = documented;
    configure(documented);
    this.process = run();
  }

  /** An answer that it gave, where it had it from, and to which question. */
  record Served(double from, double until, String cacheStatus, String question) {

    boolean isUpstream() {
      return cacheStatus.equals("MISS") || cacheStatus.equals("EXPIRED");
    }

    boolean overlaps(Served other) {
      return question.equals(other.question) && from < other.until && other.from < until;
    }
  }

  /** Starts one in front of an authority. */
  static Nginx start(Path directory, int authorityPort) throws IOException {
    var port = RunCommand.freePort();
    var match = DOCUMENTED.matcher(Files.readString(DOCUMENTATION));
    if (!match.find()) {
      throw new IllegalStateException("no configuration in " + DOCUMENTATION);
    }
    var documented =
        match
            .group(1)
            .replace("127.0.0.1:8085", "127.0.0.1:" + port)
            .replace("127.0.0.1:8080", "127.0.0.1:" + authorityPort);
    return new Nginx(Files.createDirectories(directory), port, documented);
  }

  String address() {
    return "http://127.0.0.1:" + port + "/revocation/feed";
  }

  /** From now on it gives the first answer to a question for good, whatever the authority says. */
  void freeze() throws IOException, InterruptedException {
    configure(
        documented
            .replace("proxy_cache_path cache", "proxy_cache_path frozen")
            .replace(
                "proxy_cache revocations;",
                "proxy_cache revocations; proxy_ignore_headers Cache-Control;"
                    + " proxy_cache_valid 200 1h;"));
    startAgain();
  }

  /** As it was, but for what it knew. */
  void thaw() throws IOException, InterruptedException {
    configure(documented);
    startAgain();
  }

  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  void startAgain() throws IOException, InterruptedException {
    stop();
    process = run();
  }

  /** Everything since an instant, in seconds since 1970. */
  List<Served> servedSince(double instant) throws IOException {
    return Files.readAllLines(directory.resolve("access.log")).stream()
        .map(line -> line.split(" ", 4))
        .map(Nginx::served)
        .filter(answer -> answer.from >= instant)
        .toList();
  }

  private static Served served(String[] line) {
    var until = Double.parseDouble(line[0]);
    return new Served(until - Double.parseDouble(line[1]), until, line[2], line[3]);
  }

  @Override
  public void close() {
    process.destroy();
  }

  private void configure(String servers) throws IOException {
    var user = System.getProperty("user.name").equals("root") ? "user root;" : "";
    Files.writeString(directory.resolve("nginx.conf"), FRAME.formatted(user, servers));
  }

  private Process run() throws IOException {
    var prefix = directory + "/";
    return new ProcessBuilder(
            "nginx", "-p", prefix, "-e", "error.log", "-c", "nginx.conf", "-g", "daemon off;")
        .inheritIO()
        .start();
  }
}
