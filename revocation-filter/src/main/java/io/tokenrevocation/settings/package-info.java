/**
 * The text keys an administrator sets, where they may stand, and how they become values.
 *
 * <p>Each jar declares its keys in a {@link io.tokenrevocation.settings.SettingsGroup}; a wrong or
 * unknown {@code revocation.*} key is refused as a whole, before anything starts.
 */
@NullMarked
package io.tokenrevocation.settings;

import org.jspecify.annotations.NullMarked;
