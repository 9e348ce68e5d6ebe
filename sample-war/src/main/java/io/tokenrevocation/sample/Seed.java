package io.tokenrevocation.sample;

import io.tokenrevocation.pool.AuthFlow;
import io.tokenrevocation.pool.AuthoritySettings;
import io.tokenrevocation.pool.AuthorityStarted;
import io.tokenrevocation.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Puts the users and clients to start with into the database; those already there stay. The users
 * are the same in every pool, the clients are the first one's.
 */
@ApplicationScoped
class Seed {

  private static final Set<AuthFlow> FLOWS = Set.of(AuthFlow.USER_PASSWORD, AuthFlow.REFRESH_TOKEN);

  private DevelopmentValues values;
  private SampleUsers users;
  private Settings settings;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  Seed() {}

  @Inject
  Seed(DevelopmentValues values, SampleUsers users, Settings settings) {
    this.values = values;
    this.users = users;
    this.settings = settings;
  }

  void plant(@Observes AuthorityStarted authority) {
    users.createTable();
    for (var user : values.users()) {
      users.add(user.name(), values.password(), user.detail());
    }
    var pool = settings.get(AuthoritySettings.USER_POOLS).get(0);
    for (var client : values.clients()) {
      authority.clients().register(pool, client.name(), client.detail(), FLOWS);
    }
  }
}
