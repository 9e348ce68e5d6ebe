/** What a team that adds the module to its WAR might write; packed into a variant of the sample. */
@NullMarked
package io.tokenrevocation.sample.consumer;

import org.jspecify.annotations.NullMarked;
