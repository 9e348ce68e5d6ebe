package io.tokenrevocation.rest.cognito;

import static io.tokenrevocation.rest.cognito.Constraint.flag;
import static io.tokenrevocation.rest.cognito.Constraint.list;
import static io.tokenrevocation.rest.cognito.Constraint.oneOf;
import static io.tokenrevocation.rest.cognito.Constraint.structure;
import static io.tokenrevocation.rest.cognito.Constraint.text;
import static io.tokenrevocation.rest.cognito.Constraint.whole;
import static io.tokenrevocation.rest.cognito.Member.optional;
import static io.tokenrevocation.rest.cognito.Member.required;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The members of operations on app clients, as the service model has them. */
final class ClientMembers {

  static final Constraint NAME = text(Pattern.compile("[\\w\\s+=,.@-]+"), 1, 128);

  private static final Constraint ATTRIBUTE = text(1, 2048);
  private static final Constraint URL =
      text(Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+"), 1, 1024);
  private static final Constraint PROVIDER =
      text(Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+"), 1, 32);
  private static final Constraint SCOPE =
      text(Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+"), 1, 256);
  private static final Constraint ARN =
      text(
          Pattern.compile(
              "arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+"
                  + "(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?"),
          20,
          2048);
  private static final Constraint UNIT = oneOf(List.of("seconds", "minutes", "hours", "days"));
  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  /** The settings of a client: what may be given when it is created, and again and again. */
  static final List<Member> SETTINGS =
      List.of(
          optional("RefreshTokenValidity", whole(0, 315_360_000)),
          optional("AccessTokenValidity", whole(1, 86_400)),
          optional("IdTokenValidity", whole(1, 86_400)),
          optional(
              "TokenValidityUnits",
              structure(
                  optional("AccessToken", UNIT),
                  optional("IdToken", UNIT),
                  optional("RefreshToken", UNIT))),
          optional("ReadAttributes", list(ANY_NUMBER, ATTRIBUTE)),
          optional("WriteAttributes", list(ANY_NUMBER, ATTRIBUTE)),
          optional(ExplicitFlows.MEMBER, list(ANY_NUMBER, oneOf(ExplicitFlows.words()))),
          optional("SupportedIdentityProviders", list(ANY_NUMBER, PROVIDER)),
          optional("CallbackURLs", list(100, URL)),
          optional("LogoutURLs", list(100, URL)),
          optional("DefaultRedirectURI", URL),
          optional(
              "AllowedOAuthFlows",
              list(3, oneOf(List.of("code", "implicit", "client_credentials")))),
          optional("AllowedOAuthScopes", list(50, SCOPE)),
          optional("AllowedOAuthFlowsUserPoolClient", flag()),
          optional(
              "AnalyticsConfiguration",
              structure(
                  optional("ApplicationId", text(Pattern.compile("^[0-9a-fA-F]+$"), 0, ANY_NUMBER)),
                  optional("ApplicationArn", ARN),
                  optional("RoleArn", ARN),
                  optional("ExternalId", text(0, 131_072)),
                  optional("UserDataShared", flag()))),
          optional("PreventUserExistenceErrors", oneOf(List.of("LEGACY", "ENABLED"))),
          optional("EnableTokenRevocation", flag()),
          optional("EnablePropagateAdditionalUserContextData", flag()),
          optional("AuthSessionValidity", whole(3, 15)),
          optional(
              "RefreshTokenRotation",
              structure(
                  required("Feature", oneOf(List.of("ENABLED", "DISABLED"))),
                  optional("RetryGracePeriodSeconds", whole(0, 60)))));

  private ClientMembers() {}

  /** Some members and all settings. */
  static List<Member> settingsAnd(Member... others) {
    return Stream.concat(Stream.of(others), SETTINGS.stream()).toList();
  }
}
