/**
 * What a request meets: the servlet filter, the answers it gives, its settings and its start.
 *
 * <p>Wires the packages below into CDI. Decides nothing about tokens or revocations itself.
 */
@NullMarked
package io.tokenrevocation.filter;

import org.jspecify.annotations.NullMarked;
