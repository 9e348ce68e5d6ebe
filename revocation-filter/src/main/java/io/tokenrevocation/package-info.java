/**
 * The domain: what a revocation is, which tokens it covers, and what is known of a verified token.
 *
 * <p>Needs the JDK only. Knows nothing of requests, databases, JSON or threads; every type here is
 * an immutable value or an exception.
 */
@NullMarked
package io.tokenrevocation;

import org.jspecify.annotations.NullMarked;
