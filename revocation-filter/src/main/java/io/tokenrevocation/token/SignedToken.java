package io.tokenrevocation.token;

import io.tokenrevocation.VerifiedToken;

/**
 * A verified token, and who signed it.
 *
 * @param token what it says
 * @param signer without whom it is worth nothing
 */
record SignedToken(VerifiedToken token, Signer signer) {}
