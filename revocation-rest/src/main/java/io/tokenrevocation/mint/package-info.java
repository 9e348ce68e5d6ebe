/**
 * Signing keys, minting tokens, and sealing what must not lie readable in the database.
 *
 * <p>The only importer of Nimbus in this module. Knows no database: sealed keys come and go through
 * an interface.
 */
@NullMarked
package io.tokenrevocation.mint;

import org.jspecify.annotations.NullMarked;
