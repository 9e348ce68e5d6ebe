package io.tokenrevocation.rest.cognito;

/**
 * An operation for administrators: only a signed request may call it, with a key that has been
 * allowed the operation and the user pool its required member {@code UserPoolId} names.
 */
interface AdminOperation extends Operation {}
