package io.tokenrevocation.sample.run;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** {@code mvn -Prun}: starts the sample and says what to try. */
public final class RunSample {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Answered once the database and the keys are in place. */
  private static final String READY =
      "/cognito-idp/us-east-1_Sample001/.well-known/openid-configuration";

  private RunSample() {}

  /**
   * Starts the sample and stays until it ends.
   *
   * @param arguments the server's jar, the WAR, the agent's jar, the driver's, the data directory,
   *     the port
   * @throws IOException if it does not start
   * @throws InterruptedException if the wait was interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var artifacts =
        new SampleServer.Artifacts(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            Path.of(arguments[2]),
            Path.of(arguments[3]));
    var port = Integer.parseInt(arguments[5]);
    var settings = RunSettings.given();
    var data = settings.directory(Path.of(arguments[4]).toAbsolutePath().normalize(), port);
    var console = System.out;
    try (var server = SampleServer.start(artifacts, data, port, settings)) {
      console.println("Starting the sample; its log is " + data.resolve("server.log"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
      server.await(READY, HttpURLConnection.HTTP_OK, PATIENCE);
      explain(console, server, data);
      throw new IOException("The server ended with exit code " + server.await());
    }
  }

  private static void explain(PrintStream console, SampleServer server, Path data) {
    console.println(
        String.format(
            Locale.ROOT,
            """

            The sample is ready at %1$s/ (data in %2$s). End it with Ctrl-C.

            Try, in another terminal:
              curl -i %1$s/api/me
              curl -s %1$s/cognito-idp -H 'Content-Type: application/x-amz-json-1.1' \\
                -H 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth' \\
                -d '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"sampleweb","AuthParameters":{"USERNAME":"alice","PASSWORD":"Sample-Passw0rd!"}}'
            The page at %1$s/ and README.md go on from there.
            """,
            server.address(),
            data));
  }

  /** When Maven is told to end, it may not be there any more to hear of an exception. */
  private static void end(SampleServer server) {
    try {
      server.close();
    } catch (IOException leftForTheNextRun) {
      // which removes it
    }
  }
}
