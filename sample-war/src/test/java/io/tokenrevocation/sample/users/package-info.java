/** A directory whose users come and go while the application runs; packed into variants. */
@NullMarked
package io.tokenrevocation.sample.users;

import org.jspecify.annotations.NullMarked;
