package io.tokenrevocation.rest.cognito;

import static io.tokenrevocation.rest.cognito.Constraint.list;
import static io.tokenrevocation.rest.cognito.Constraint.map;
import static io.tokenrevocation.rest.cognito.Constraint.structure;
import static io.tokenrevocation.rest.cognito.Constraint.text;
import static io.tokenrevocation.rest.cognito.Member.optional;
import static io.tokenrevocation.rest.cognito.Member.required;

/** The members of operations that sign users in, as the service model has them. */
final class AuthMembers {

  private static final Constraint TEXT = text(0, 131_072);

  static final Member AUTH_FLOW =
      Member.oneOf(
          "AuthFlow",
          "USER_SRP_AUTH",
          "REFRESH_TOKEN_AUTH",
          "REFRESH_TOKEN",
          "CUSTOM_AUTH",
          "ADMIN_NO_SRP_AUTH",
          "USER_PASSWORD_AUTH",
          "ADMIN_USER_PASSWORD_AUTH",
          "USER_AUTH");

  static final Member AUTH_PARAMETERS = optional("AuthParameters", map(TEXT).asSecret());
  static final Member CLIENT_METADATA = optional("ClientMetadata", map(TEXT).asSecret());
  static final Member CLIENT_ID = Member.clientId();
  static final Member SESSION = optional("Session", text(20, 2048).asSecret());

  static final Member ANALYTICS_METADATA =
      optional("AnalyticsMetadata", structure(optional("AnalyticsEndpointId", TEXT)));

  /** What a public client says about its user. */
  static final Member USER_CONTEXT_DATA =
      optional(
          "UserContextData", structure(optional("IpAddress", TEXT), optional("EncodedData", TEXT)));

  /** What a server says about its user. */
  static final Member CONTEXT_DATA =
      optional(
          "ContextData",
          structure(
              required("IpAddress", TEXT),
              required("ServerName", TEXT),
              required("ServerPath", TEXT),
              required(
                  "HttpHeaders",
                  list(
                      Integer.MAX_VALUE,
                      structure(optional("headerName", TEXT), optional("headerValue", TEXT)))),
              optional("EncodedData", TEXT)));

  private AuthMembers() {}
}
