/** Starts the sample on Payara Micro, as a process of its own. Not part of the application. */
@NullMarked
package io.tokenrevocation.sample.run;

import org.jspecify.annotations.NullMarked;
