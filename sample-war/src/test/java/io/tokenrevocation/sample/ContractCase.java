package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * One call, and what Cognito answers. A test that is made of such cases keeps them in a static
 * method that returns an array of them: {@link ContractCoverage} finds them there.
 *
 * @param row of the contract
 * @param call what is sent
 * @param status of the answer
 * @param body the whole of it, as a regular expression
 * @param error the error's name, or empty
 */
record ContractCase(
    String row, Function<Sample, Answer> call, int status, String body, String error) {

  private static final String EXPOSED =
      "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date";

  /** A call that succeeds. */
  static ContractCase answered(String row, String body, Function<Sample, Answer> call) {
    return new ContractCase(row, call, 200, body, "");
  }

  /** A call that fails: every error of a client's is a 400, and says no more than this. */
  static ContractCase refused(
      String row, String error, String message, Function<Sample, Answer> call) {
    var name = error.equals("SerializationException") ? "Message" : "message";
    var body = "{\"__type\":\"" + error + "\",\"" + name + "\":\"" + escape(message) + "\"}";
    return new ContractCase(row, call, 400, quote(body), error);
  }

  /** Any text where three dots are, as in an id that differs every time. */
  private static String quote(String body) {
    return "\\Q" + body.replace("...", "\\E[^\"]+\\Q") + "\\E";
  }

  private static String escape(String message) {
    return message.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** Compares status, body, length and headers. */
  void check(Sample sample) {
    var answer = call.apply(sample);
    assertThat(answer.body()).matches(body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Length"))
        .isEqualTo(Integer.toString(answer.body().getBytes(StandardCharsets.UTF_8).length));
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
    assertThat(answer.header("x-amzn-RequestId"))
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(answer.response().headers().allValues("Date"))
        .singleElement()
        .asString()
        .matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo(EXPOSED);
    assertThat(answer.header("x-amzn-ErrorType")).isEqualTo(error.isEmpty() ? "" : error + ":");
    if (!error.isEmpty()) {
      var told = Tokens.json(answer.body());
      var message = told.getString(told.containsKey("Message") ? "Message" : "message");
      assertThat(answer.header("x-amzn-ErrorMessage")).isEqualTo(message);
    }
  }

  /** The row, and what it says. */
  @Override
  public String toString() {
    return ContractRow.all().stream()
        .filter(each -> each.id().equals(row))
        .map(each -> row.split(" ", 2)[0] + " | " + each.text())
        .findFirst()
        .orElse(row);
  }
}
