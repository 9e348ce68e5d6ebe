/**
 * The authority's domain: user pools, app clients, sign-ins and what takes them out of use.
 *
 * <p>Services commit first, then hand what was committed to the feed, then return. They know
 * neither HTTP nor Jakarta Persistence: what they need of a store is an interface here.
 */
@NullMarked
package io.tokenrevocation.pool;

import org.jspecify.annotations.NullMarked;
