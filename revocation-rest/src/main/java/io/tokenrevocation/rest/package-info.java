/**
 * The OAuth endpoints: form requests, RFC 6749 errors.
 *
 * <p>Carries no security annotation and no provider: some servers act on those of any jar. Clients
 * are authenticated in code.
 */
@NullMarked
package io.tokenrevocation.rest;

import org.jspecify.annotations.NullMarked;
