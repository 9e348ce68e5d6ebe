package io.tokenrevocation.pool;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of an app client.
 *
 * @param name its new name, or null to keep the one it has
 * @param settings how it is to act from now on
 * @param note who wants it, and why
 * @param check looks at the client while nobody else can change it; what it throws, leaves the
 *     client as it is
 */
public record ClientChange(
    @Nullable String name, ClientSettings settings, Note note, Consumer<AppClient> check) {

  AppClient of(AppClient client, Instant now) {
    check.accept(client);
    return client.changed(name == null ? client.name() : name, settings, now);
  }
}
