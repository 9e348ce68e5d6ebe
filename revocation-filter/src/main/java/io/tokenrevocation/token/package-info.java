/**
 * Verifying tokens: signature, lifetime, type, issuer.
 *
 * <p>The only importer of Nimbus in this module. Knows nothing of revocation and does no I/O: a key
 * source answers from memory.
 */
@NullMarked
package io.tokenrevocation.token;

import org.jspecify.annotations.NullMarked;
