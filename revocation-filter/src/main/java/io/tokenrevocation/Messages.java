package io.tokenrevocation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What this jar writes to the log at INFO and above, each with an id that is never reused.
 *
 * <p>Internal to the project: administrators search the log for the ids, nobody calls this.
 */
public enum Messages {
  /** The version of Nimbus in use. */
  NIMBUS_LOADED("REV0101", "Nimbus JOSE+JWT %s verifies tokens (%s)"),
  /** The server preferred an old copy of Nimbus. */
  NIMBUS_REFUSED(
      "REV0102",
      "Nimbus JOSE+JWT %s was loaded from %s, but %s is needed. Where the server brings an older"
          + " copy, have the WAR's own loaded first: <class-loader delegate=\"false\"/> in"
          + " WEB-INF/glassfish-web.xml"),
  /** The filter has every live revocation and enforces them. */
  ENFORCING("REV0103", "Enforcing revocation: %d live revocations loaded"),
  /** The source of revocations does not answer; once per outage. */
  SOURCE_LOST(
      "REV0104",
      "The source of revocations does not answer (%s). Enforcing what is known until it is older"
          + " than revocation.max-staleness, then as revocation.when-stale says"),
  /** The end of what REV0104 or REV0106 announced. */
  SOURCE_BACK("REV0105", "Every revocation is known again"),
  /** The index cannot take another revocation. */
  INDEX_FULL(
      "REV0106",
      "The index is full at %d revocations: this node is incomplete. Raise"
          + " revocation.max-revocations"),
  /** The filter is missing from the path of requests that must be protected. */
  FILTER_MISSING(
      "REV0107",
      "Every request is refused, because the filter is not in front of what must be protected: %s."
          + " An <absolute-ordering> in web.xml that leaves out revocation-filter.jar drops the"
          + " filter: name the jar's fragment there, or declare the filter and its mapping in"
          + " web.xml"),
  /** Stale knowledge lets requests through, as configured. */
  STALE_ALLOWED(
      "REV0108",
      "revocation.when-stale or revocation.allow-stale lets %s pass behind the filter %s, even when"
          + " revocations have not been heard of for longer than revocation.max-staleness"),
  /** Any audience is accepted, as configured. */
  ANY_AUDIENCE(
      "REV0109",
      "revocation.audiences is any for the filter %s: tokens of every client of the issuers are"
          + " accepted"),
  /** A wrong or unknown setting, or a server that cannot be made safe. */
  DEPLOYMENT_REFUSED("REV0110", "The deployment is refused: %s"),
  /** A database that is not accepted, or a fault of ours; the staleness grows until it is gone. */
  PULL_FAILED("REV0111", "Revocations cannot be followed: %s"),
  /** The filter could not start, and lets nothing pass. */
  NOT_STARTED("REV0112", "Requests are refused, because the filter %s did not start: %s"),
  /** ID tokens are accepted, as configured. */
  ID_TOKENS(
      "REV0113",
      "revocation.accept-id-tokens is true for the filter %s: tokens that tell a client who has"
          + " signed in open the API, too"),
  /** A configured issuer. */
  ISSUER_TRUSTED("REV0114", "Tokens of the issuer %s are accepted, signed with the keys at %s"),
  /** Any audience is accepted from an issuer, as configured. */
  ANY_AUDIENCE_OF("REV0115", "%s is any: tokens of every client of this issuer are accepted"),
  /** Only the audience keeps ID tokens out. */
  TYPES_UNTOLD(
      "REV0118",
      "Nothing in the tokens of the issuer %s tells access tokens from ID tokens: accept no audience"
          + " that is a client's id, or set what tells them apart (%s)"),
  /** The keys of an issuer cannot be fetched; once per outage. */
  KEYS_LOST(
      "REV0116",
      "The keys of the issuer %s cannot be fetched from %s (%s). Known ones go on being used for 24"
          + " hours; without any, its tokens are answered with 503"),
  /** The end of what REV0116 announced. */
  KEYS_BACK("REV0117", "The keys of the issuer %s are fetched again"),
  /** A fault of the application; once for each kind of event. */
  OBSERVER_FAILED("REV0119", "An observer of %s failed, which changes nothing here: %s"),
  /** Something beside following revocations. */
  UPKEEP_FAILED("REV0127", "What is done beside following revocations has failed: %s"),
  /** The source has revocations that cannot be enforced as they must be. */
  UNENFORCEABLE(
      "REV0125",
      "Not every revocation can be enforced here: %s. This node acts as if it had not heard of"
          + " revocations for longer than any revocation.max-staleness"),
  /** The filter has no database beside it, and follows an authority elsewhere. */
  AUTHORITY_FOLLOWED("REV0126", "Revocations are followed at %s, signed with the keys of %s"),
  /** The application has a servlet of its own at the path. */
  STATUS_PATH_TAKEN(
      "REV0130",
      "Nobody can ask how this node is: %s is the application's. Set revocation.status-path to"
          + " another path, or to none"),
  /** The server has something to offer figures to, which did not take them. */
  FIGURES_NOT_OFFERED(
      "REV0160",
      "The figures of this node are at revocation.status-path only, because %s failed: %s");

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
