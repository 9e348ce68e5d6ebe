package io.tokenrevocation;

/** What a token was issued for. */
public enum TokenUse {
  /** To call an API with. */
  ACCESS,
  /** To tell a client who has signed in; an API accepts it only where an administrator says so. */
  ID
}
