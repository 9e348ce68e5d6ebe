/**
 * The live revocations in memory, where every request is checked.
 *
 * <p>Knows neither where revocations come from nor what is done to a covered token.
 */
@NullMarked
package io.tokenrevocation.index;

import org.jspecify.annotations.NullMarked;
