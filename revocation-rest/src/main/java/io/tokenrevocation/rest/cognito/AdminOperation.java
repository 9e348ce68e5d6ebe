package io.tokenrevocation.rest.cognito;

import java.util.List;

/**
 * An operation for administrators: only a signed request may call it, with a key that has been
 * allowed the operation and the user pool its required member {@code UserPoolId} names.
 *
 * <p>When it is called, all that has been seen to, and the pool exists.
 */
interface AdminOperation extends Operation {

  /** The one member that all have, checked before the operation is called. */
  Member USER_POOL_ID = Member.userPoolId();

  /** Tells whether the audit trail has to know when it is refused. */
  default boolean isRefusedOnRecord() {
    return true;
  }

  /** What else is checked with it, so that a caller is told of all violations at once. */
  default List<Member> members() {
    return List.of();
  }
}
