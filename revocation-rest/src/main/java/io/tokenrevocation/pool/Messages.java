package io.tokenrevocation.pool;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What this jar writes to the log at INFO and above, each with an id that is never reused.
 *
 * <p>Internal to the project: administrators search the log for the ids, nobody calls this.
 */
public enum Messages {
  /** The authority answers. */
  AUTHORITY_STARTED("REV0201", "User pool %s issues tokens as %s"),
  /** The configured issuer is not the one tokens have been issued under. */
  ISSUER_STAYS(
      "REV0202",
      "User pool %s was made with issuer %s and keeps it; revocation.endpoint would now make it"
          + " %s"),
  /** A refresh token was revoked, with all tokens that descend from the same sign-in. */
  FAMILY_REVOKED("REV0203", "Family %s of %s was revoked"),
  /** A user was signed out everywhere. */
  SIGNED_OUT("REV0204", "Subject %s of user pool %s was signed out everywhere"),
  /** The schema is up to date. */
  DATABASE_READY("REV0205", "Database %s is ready, schema version %s"),
  /** A request could not use the database; once per outage. */
  STORE_LOST(
      "REV0206",
      "Requests that need the database are answered with errors (%s). What is known to be revoked"
          + " stays refused"),
  /** A fault of ours. */
  UNEXPECTED("REV0207", "A request failed unexpectedly"),
  /** A revocation of another kind than the two above was recorded. */
  REVOKED("REV0208", "%s %s of issuer %s was revoked by %s"),
  /** An administrator's signed call was answered with success. */
  ADMINISTERED("REV0209", "Access key %s called %s for user pool %s"),
  /** An administrator made an app client. */
  CLIENT_CREATED("REV0210", "App client %s of user pool %s was created"),
  /** An administrator gave an app client new settings. */
  CLIENT_UPDATED("REV0211", "App client %s of user pool %s was updated"),
  /** An administrator deleted an app client. */
  CLIENT_DELETED("REV0212", "App client %s of user pool %s was deleted"),
  /** A refresh token is in two hands, or its client lost the new one. */
  REFRESH_TOKEN_REUSED(
      "REV0213", "A refresh token of family %s, client %s, was used after it was rotated out"),
  /** A signing key was made. */
  KEY_MADE("REV0220", "Signing key %s of user pool %s was made: it signs %s tokens from %s"),
  /** A signing key's time is over. */
  KEY_REMOVED(
      "REV0221", "Signing key %s of user pool %s was removed: all it has signed has expired"),
  /** A signing key may be in other hands. */
  KEY_COMPROMISED(
      "REV0222",
      "Signing key %s of user pool %s was removed, and all it has signed is refused, by %s"),
  /** Somebody asked for the next signing keys. */
  KEYS_ROTATED("REV0223", "The next signing keys of user pool %s were asked for by %s"),
  /** Nothing lies under a previous encryption key any more. */
  RESEALED(
      "REV0224",
      "All signing keys and client secrets are encrypted under the first key, %s; %s of them were"
          + " not before"),
  /** Something lies under no key we have. */
  NOT_RESEALED(
      "REV0225",
      "%s signing keys or client secrets are encrypted under none of the keys that are configured"),
  /** Once, until it has worked again. */
  KEYS_NOT_KEPT_UP(
      "REV0226", "Keys are not made, removed or encrypted anew when it is time to: %s"),
  /** Other nodes are heard at once; also the end of what REV0241 announced. */
  PUSH_HEARD("REV0240", "What other nodes revoke is pushed to this one"),
  /** The connection that listens is gone, or there is none to be had; once per outage. */
  PUSH_LOST(
      "REV0241",
      "What other nodes revoke is not pushed to this one (%s): it goes on asking every"
          + " revocation.poll-interval, and tries to listen again"),
  /** Whoever made the DataSource does not let its driver's own interface be seen. */
  PUSH_HIDDEN(
      "REV0242",
      "The DataSource does not let PostgreSQL's driver listen (%s): what other nodes revoke is not"
          + " pushed to this one, which asks every revocation.poll-interval"),
  /** The end of what REV0206 announced. */
  STORE_BACK("REV0270", "Requests that need the database are answered again"),
  /** All sessions of a user but one were ended. */
  OTHERS_ENDED("REV0280", "%s other sessions of subject %s of user pool %s were ended by %s"),
  /** Rows were removed; said when there are no more, or another node goes on. */
  PURGED("REV0250", "%s revocations and %s sign-ins that were over were removed"),
  /** An administrator must do something. */
  SCHEMA_MISSING("REV0251", "As revocation.schema is check, the authority waits: %s"),
  /** The audit trail lacks something that was refused; nothing that was done. */
  REFUSAL_NOT_RECORDED("REV0285", "That %s was refused to %s is not in the audit trail: %s"),
  /** Said when the next one is refused. */
  REFUSALS_PASSED_OVER(
      "REV0286", "%s refusals are not in the audit trail: there were too many in a minute"),
  /** Said when there are no more, or another node goes on. */
  AUDIT_PURGED(
      "REV0288",
      "%s entries of the audit trail were older than revocation.audit-retention and were removed"),
  /** Something else is where the authority's endpoints are. */
  DEPLOYMENT_REFUSED("REV0236", "The deployment is refused: %s"),
  /** An administrator is in. */
  CONSOLE_SIGNED_IN("REV0290", "Administrator %s signed in to the console from %s"),
  /** Somebody tries passwords; once per burst. */
  CONSOLE_SIGN_INS_REFUSED(
      "REV0291", "Too many sign-ins to the console from %s have failed: more are refused for %s"),
  /** The console cannot be where it must be. */
  CONSOLE_PATH_TAKEN("REV0292", "There is no console: something else is at %s"),
  /** An administrator's call of the REST resource of app clients was answered with success. */
  CALLED("REV0293", "%s called %s for user pool %s"),
  /** It is not known which one the application means. */
  HANDLERS_AMBIGUOUS(
      "REV0294",
      "The application has several IdentityStoreHandlers, and none is an alternative with a"
          + " priority: the console asks none of them");

  private final String id;
  private final String text;

  Messages(String id, String text) {
    this.id = id;
    this.text = text;
  }

  /**
   * Returns the line to log.
   *
   * @param values what the text has room for; never a token, a key or a password
   * @return the id and the text
   */
  public String text(@Nullable Object... values) {
    return id + ": " + String.format(Locale.ROOT, text, values);
  }
}
