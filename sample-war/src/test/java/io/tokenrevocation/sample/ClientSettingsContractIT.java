package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.ContractCase.answered;
import static io.tokenrevocation.sample.ContractCase.refused;

import jakarta.json.Json;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("4: settings of app clients and their limits, on the wire")
class ClientSettingsContractIT extends SampleTest {

  private static final String INVALID = "InvalidParameterException";
  private static final String RANGE = "Invalid range for token validity.";
  private static final String[] UNITS = {"seconds", "minutes", "hours", "days"};
  private static final int[] SECONDS = {1, 60, 3600, 86_400};

  @ParameterizedTest(name = "{0}")
  @MethodSource({"flows", "sessions", "refreshTokens", "rotation", "others"})
  void answersAsCognito(ContractCase expected) {
    expected.check(sample);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"accessTokens", "idTokens"})
  void keepsLifetimesWithinTheirRange(ContractCase expected) {
    expected.check(sample);
  }

  static ContractCase[] accessTokens() {
    return lifetimes("4.4 access", "AccessToken", 300, 86_400);
  }

  static ContractCase[] idTokens() {
    return lifetimes("4.4 id", "IdToken", 300, 86_400);
  }

  static ContractCase[] refreshTokens() {
    return new ContractCase[] {
      lifetime("4.4 refresh", "RefreshToken", "\"seconds\"", 3599, false),
      lifetime("4.4 refresh", "RefreshToken", "\"seconds\"", 3600, true),
      lifetime("4.4 refresh", "RefreshToken", "\"seconds\"", 315_360_000, true),
      lifetime("4.4 refresh", "RefreshToken", "\"minutes\"", 59, false),
      lifetime("4.4 refresh", "RefreshToken", "\"minutes\"", 60, true),
      lifetime("4.4 refresh", "RefreshToken", "\"minutes\"", 5_256_000, true),
      lifetime("4.4 refresh", "RefreshToken", "\"minutes\"", 5_256_001, false),
      lifetime("4.4 refresh", "RefreshToken", "\"hours\"", 1, true),
      lifetime("4.4 refresh", "RefreshToken", "\"hours\"", 87_600, true),
      lifetime("4.4 refresh", "RefreshToken", "\"hours\"", 87_601, false),
      lifetime("4.4 refresh", "RefreshToken", "\"days\"", 1, true),
      lifetime("4.4 units", "RefreshToken", "null", 3650, true),
      lifetime("4.4 units", "RefreshToken", "null", 3651, false),
      answered(
          "4.4 refresh",
          ".*\"RefreshTokenValidity\":30,.*",
          s -> create(s, "\"RefreshTokenValidity\":0")),
      limit("refreshTokenValidity", "RefreshTokenValidity", -1, "greater than or equal to 0"),
      limit(
          "refreshTokenValidity",
          "RefreshTokenValidity",
          315_360_001,
          "less than or equal to 315360000"),
      limit("accessTokenValidity", "AccessTokenValidity", 0, "greater than or equal to 1"),
      limit("idTokenValidity", "IdTokenValidity", 86_401, "less than or equal to 86400"),
    };
  }

  static ContractCase[] sessions() {
    return new ContractCase[] {
      answered("4.4 session", ".*\"AuthSessionValidity\":3,.*", s -> create(s, "")),
      answered(
          "4.4 session",
          ".*\"AuthSessionValidity\":15,.*",
          s -> create(s, "\"AuthSessionValidity\":15")),
      limit("authSessionValidity", "AuthSessionValidity", 2, "greater than or equal to 3"),
      limit("authSessionValidity", "AuthSessionValidity", 16, "less than or equal to 15"),
    };
  }

  static ContractCase[] flows() {
    var mixed =
        "ExplicitAuthFlows can not have ALLOW_ values together with ADMIN_NO_SRP_AUTH,"
            + " CUSTOM_AUTH_FLOW_ONLY or USER_PASSWORD_AUTH.";
    return new ContractCase[] {
      kept("4.5 given", "[\"ALLOW_USER_SRP_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]"),
      kept("4.5 legacy", "[\"ADMIN_NO_SRP_AUTH\",\"USER_PASSWORD_AUTH\"]"),
      refused(
          "4.5 mixed",
          INVALID,
          mixed,
          s -> create(s, flows("[\"USER_PASSWORD_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]"))),
    };
  }

  static ContractCase[] rotation() {
    return new ContractCase[] {
      rotating(
          "{\"Feature\":\"ENABLED\"}", "{\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":0}"),
      rotating(
          "{\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":60}",
          "{\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":60}"),
      rotating(
          "{\"Feature\":\"DISABLED\",\"RetryGracePeriodSeconds\":60}",
          "{\"Feature\":\"DISABLED\",\"RetryGracePeriodSeconds\":0}"),
      refused(
          "4.6 grace",
          INVALID,
          "1 validation error detected: Value '61' at"
              + " 'refreshTokenRotation.retryGracePeriodSeconds' failed to satisfy constraint:"
              + " Member must have value less than or equal to 60",
          s ->
              create(
                  s,
                  "\"RefreshTokenRotation\":{\"Feature\":\"ENABLED\","
                      + "\"RetryGracePeriodSeconds\":61}")),
    };
  }

  static ContractCase[] others() {
    return new ContractCase[] {
      refused(
          "7.3 nested",
          INVALID,
          "2 validation errors detected: Value 'weeks' at 'tokenValidityUnits.accessToken' failed"
              + " to satisfy constraint: Member must satisfy enum value set: [seconds, minutes,"
              + " hours, days]; Value 'MAYBE' at 'preventUserExistenceErrors' failed to satisfy"
              + " constraint: Member must satisfy enum value set: [LEGACY, ENABLED]",
          s ->
              create(
                  s,
                  "\"TokenValidityUnits\":{\"AccessToken\":\"weeks\"},"
                      + "\"PreventUserExistenceErrors\":\"MAYBE\"")),
      refused(
          "7.3 unused",
          INVALID,
          "1 validation error detected: Value 'x' at 'analyticsConfiguration.applicationId' failed"
              + " to satisfy constraint: Member must satisfy regular expression pattern:"
              + " ^[0-9a-fA-F]+$",
          s -> create(s, "\"AnalyticsConfiguration\":{\"ApplicationId\":\"x\"}")),
      refused(
          "4.2 describe-deleted",
          "ResourceNotFoundException",
          "User pool client does not exist.",
          s ->
              SignedCall.to(
                      s,
                      "DescribeUserPoolClient",
                      Members.with("UserPoolId", Administrator.POOL)
                          .and("ClientId", "nobody")
                          .toString())
                  .send(s)),
    };
  }

  /** At either end of the range, and just outside, in every unit that can say it. */
  private static ContractCase[] lifetimes(String row, String token, int least, int most) {
    return IntStream.range(0, UNITS.length)
        .boxed()
        .flatMap(unit -> inUnit(row, token, unit, least, most))
        .toArray(ContractCase[]::new);
  }

  private static Stream<ContractCase> inUnit(
      String row, String token, int unit, int least, int most) {
    var name = "\"" + UNITS[unit] + "\"";
    var first = (least + SECONDS[unit] - 1) / SECONDS[unit];
    var last = most / SECONDS[unit];
    return IntStream.of(first - 1, first, last, last + 1)
        .filter(number -> number >= 1 && number <= 86_400) // the model's own limits
        .distinct()
        .mapToObj(number -> lifetime(row, token, name, number, first <= number && number <= last));
  }

  private static ContractCase lifetime(
      String row, String token, String unit, int number, boolean allowed) {
    var member = "\"" + token + "Validity\":" + number;
    var settings = member + ",\"TokenValidityUnits\":{\"" + token + "\":" + unit + "}";
    return allowed
        ? answered(row, ".*" + member + ",.*", s -> create(s, settings))
        : refused(row, INVALID, RANGE, s -> create(s, settings));
  }

  private static ContractCase limit(String path, String member, int value, String limit) {
    return refused(
        "7.3 all",
        INVALID,
        "1 validation error detected: Value '"
            + value
            + "' at '"
            + path
            + "' failed to satisfy constraint: Member must have value "
            + limit,
        s -> create(s, "\"" + member + "\":" + value));
  }

  private static ContractCase rotating(String given, String told) {
    return answered(
        "4.6 grace",
        ".*\\Q\"RefreshTokenRotation\":" + told + "\\E,.*",
        s -> create(s, "\"RefreshTokenRotation\":" + given));
  }

  private static ContractCase kept(String row, String flows) {
    return answered(
        row, ".*\\Q\"ExplicitAuthFlows\":" + flows + "\\E,.*", s -> create(s, flows(flows)));
  }

  private static String flows(String flows) {
    return "\"ExplicitAuthFlows\":" + flows;
  }

  private static Answer create(Sample sample, String settings) {
    var body =
        Json.createObjectBuilder()
            .add("UserPoolId", Administrator.POOL)
            .add("ClientName", "made by a test")
            .build()
            .toString();
    var more = settings.isEmpty() ? "" : "," + settings;
    return SignedCall.to(
            sample, "CreateUserPoolClient", body.substring(0, body.length() - 1) + more + "}")
        .send(sample);
  }
}
