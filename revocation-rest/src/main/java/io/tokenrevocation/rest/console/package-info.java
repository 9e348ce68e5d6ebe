/**
 * The console: a page for administrators, and how they sign in to it.
 *
 * <p>What the page shows and does, it asks of the JSON API, which lets its callers in by this
 * package's word. The page itself, in the resources beside it, knows nothing.
 */
@NullMarked
package io.tokenrevocation.rest.console;

import org.jspecify.annotations.NullMarked;
