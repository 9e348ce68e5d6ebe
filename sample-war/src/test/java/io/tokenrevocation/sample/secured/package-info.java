/** What a team that relies on the container's security might write; packed into variants. */
@NullMarked
package io.tokenrevocation.sample.secured;

import org.jspecify.annotations.NullMarked;
