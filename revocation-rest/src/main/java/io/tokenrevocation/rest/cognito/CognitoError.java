package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.rest.sigv4.AccessRefusedException;

/** An error answer in Cognito's words. */
final class CognitoError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  private CognitoError(int status, String type, String message) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
  }

  /** The client's fault: every such answer is a 400, whatever the service model says. */
  static CognitoError of(String type, String message) {
    return new CognitoError(400, type, message);
  }

  static CognitoError invalidParameter(String message) {
    return of("InvalidParameterException", message);
  }

  static CognitoError notAuthorized(String message) {
    return of("NotAuthorizedException", message);
  }

  /** The same without a message. */
  static CognitoError notAuthorized() {
    return notAuthorized("");
  }

  static CognitoError unknownClient(String clientId) {
    return of("ResourceNotFoundException", "User pool client " + clientId + " does not exist.");
  }

  /** As servers are told that sign users in. */
  static CognitoError unknownClient(String clientId, String poolId) {
    return of(
        "ResourceNotFoundException",
        "User pool client " + clientId + " does not exist in user pool " + poolId + ".");
  }

  /** As administrators are told, for once without the id. */
  static CognitoError noSuchClient() {
    return of("ResourceNotFoundException", "User pool client does not exist.");
  }

  static CognitoError unknownPool(String poolId) {
    return of("ResourceNotFoundException", "User pool " + poolId + " does not exist.");
  }

  static CognitoError unknownUser() {
    return of("UserNotFoundException", "User does not exist.");
  }

  /** A call for administrators that is not signed as it must be, or not allowed. */
  static CognitoError of(AccessRefusedException refused) {
    var type =
        switch (refused.kind()) {
          case NO_SIGNATURE -> "MissingAuthenticationTokenException";
          case INCOMPLETE -> "IncompleteSignatureException";
          case UNKNOWN_KEY -> "UnrecognizedClientException";
          case BAD_SIGNATURE -> "InvalidSignatureException";
          case NOT_ALLOWED -> "AccessDeniedException";
        };
    return of(type, refused.text());
  }

  /** The body is not what the protocol can carry. */
  static CognitoError serialization(String message) {
    return of("SerializationException", message);
  }

  /** Our fault. */
  static CognitoError internal() {
    return new CognitoError(500, "InternalErrorException", "Internal server error.");
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  /** Empty if there is nothing to say. Never null, unlike what the superclass promises. */
  String text() {
    var message = getMessage();
    return message == null ? "" : message;
  }

  /** The one error whose message member has a capital letter. */
  String messageMember() {
    return type.equals("SerializationException") ? "Message" : "message";
  }
}
