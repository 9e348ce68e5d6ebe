/** A small protected application: its users, one resource, and the values to start with. */
@NullMarked
package io.tokenrevocation.sample;

import org.jspecify.annotations.NullMarked;
