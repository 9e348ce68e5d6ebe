/**
 * Verifying tokens: which issuers are trusted, their keys, and signature, type, lifetime and claims
 * of their tokens.
 *
 * <p>The only importer of Nimbus in this module. Knows nothing of revocation. The keys of the
 * application's own issuers are in memory; those of others are fetched over HTTP and remembered.
 */
@NullMarked
package io.tokenrevocation.token;

import org.jspecify.annotations.NullMarked;
