/**
 * The OAuth endpoints, with form requests and RFC 6749 errors.
 *
 * <p>They authenticate their callers themselves: the filter leaves them alone.
 */
@NullMarked
package io.tokenrevocation.rest.oauth;

import org.jspecify.annotations.NullMarked;
