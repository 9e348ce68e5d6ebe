package io.tokenrevocation.rest.sigv4;

import java.util.ArrayList;
import java.util.Collection;

/**
 * What a signature is good for: the {@code Credential} of an {@code Authorization} header.
 *
 * @param keyId whose signature it is
 * @param date as {@code yyyymmdd}
 * @param region of a user pool
 * @param service must be {@value #SERVICE}
 * @param terminator must be {@value #TERMINATOR}
 */
record Scope(String keyId, String date, String region, String service, String terminator) {

  static final String SERVICE = "cognito-idp";

  private static final String TERMINATOR = "aws4_request";

  static Scope parse(String credential) {
    var parts = credential.split("/", -1);
    if (parts.length != 5) {
      throw AccessRefusedException.incomplete(
          "Credential must have exactly 5 slash-delimited elements, e.g."
              + " keyid/date/region/service/term");
    }
    return new Scope(parts[0], parts[1], parts[2], parts[3], parts[4]);
  }

  /**
   * Refuses a scope that is not this service's, at the time of the request.
   *
   * @throws AccessRefusedException with all that is wrong
   */
  void require(Collection<String> regions, RequestTime time) {
    var wrong = new ArrayList<String>();
    if (!regions.contains(region)) {
      wrong.add("Credential should be scoped to a valid region.");
    }
    if (!service.equals(SERVICE)) {
      wrong.add("Credential should be scoped to correct service: '" + SERVICE + "'.");
    }
    if (!terminator.equals(TERMINATOR)) {
      wrong.add("Credential should be scoped with a valid terminator: '" + TERMINATOR + "'.");
    }
    if (!date.equals(time.date())) {
      wrong.add(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP.");
    }
    if (!wrong.isEmpty()) {
      throw AccessRefusedException.badSignature(String.join(" ", wrong));
    }
  }

  /** Without the key. */
  String text() {
    return String.join("/", date, region, service, terminator);
  }
}
