package io.tokenrevocation.rest.cognito;

import jakarta.json.JsonObject;

/** One operation of Cognito's. */
interface Operation {

  /** As in the service model, such as {@code RevokeToken}. */
  String name();

  /**
   * Does it.
   *
   * @return the members of the answer; may be empty
   * @throws CognitoError if it is refused
   * @throws io.tokenrevocation.StoreUnavailableException if it may not have been done
   */
  JsonObject call(Input input);
}
