package io.tokenrevocation.rest.cognito;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One operation of Cognito's. */
interface Operation {

  /** As in the service model, such as {@code RevokeToken}. */
  String name();

  /**
   * Does it.
   *
   * @return the members of the answer, of which there may be none; or null if the service model
   *     gives the operation no output shape
   * @throws CognitoError if it is refused
   * @throws io.tokenrevocation.StoreUnavailableException if it may not have been done
   */
  @Nullable JsonObject call(Input input);
}
