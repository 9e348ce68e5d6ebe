package io.tokenrevocation.filter;

import io.tokenrevocation.InvalidTokenException;
import java.util.Locale;

/** Why a request is refused, as administrators count it. */
enum RefusalReason {
  /** No token where one is required. */
  TOKEN_REQUIRED,
  /** More than one set of credentials. */
  AMBIGUOUS,
  /** {@link InvalidTokenException.Reason#MALFORMED}. */
  MALFORMED,
  /** {@link InvalidTokenException.Reason#ALGORITHM}. */
  ALGORITHM,
  /** {@link InvalidTokenException.Reason#ISSUER}. */
  ISSUER,
  /** {@link InvalidTokenException.Reason#SIGNATURE}. */
  SIGNATURE,
  /** {@link InvalidTokenException.Reason#EXPIRED}. */
  EXPIRED,
  /** {@link InvalidTokenException.Reason#NOT_YET_VALID}. */
  NOT_YET_VALID,
  /** {@link InvalidTokenException.Reason#LIFETIME}. */
  LIFETIME,
  /** {@link InvalidTokenException.Reason#TYPE}. */
  TYPE,
  /** {@link InvalidTokenException.Reason#AUDIENCE}. */
  AUDIENCE,
  /** A revocation covers the token. */
  REVOKED,
  /** A required scope is missing. */
  SCOPE,
  /** The user is in no required group. */
  GROUP,
  /** Too little is known: of revocations, or of the issuer's keys. */
  UNAVAILABLE,
  /** The filter did not start. */
  CLOSED;

  static RefusalReason of(InvalidTokenException.Reason reason) {
    return switch (reason) {
      case MALFORMED -> MALFORMED;
      case ALGORITHM -> ALGORITHM;
      case ISSUER -> ISSUER;
      case SIGNATURE -> SIGNATURE;
      case EXPIRED -> EXPIRED;
      case NOT_YET_VALID -> NOT_YET_VALID;
      case LIFETIME -> LIFETIME;
      case TYPE -> TYPE;
      case AUDIENCE -> AUDIENCE;
    };
  }

  /** The name in figures, such as {@code not-yet-valid}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
