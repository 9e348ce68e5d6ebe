/**
 * The authority's own JSON API, with RFC 9457 problems, and what its other endpoints share with it.
 *
 * <p>Carries no security annotation and no provider: some servers act on those of any jar. Clients
 * are authenticated in code.
 */
@NullMarked
package io.tokenrevocation.rest;

import org.jspecify.annotations.NullMarked;
