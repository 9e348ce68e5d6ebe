package io.tokenrevocation.sample;

import io.tokenrevocation.pool.AuthFlow;
import io.tokenrevocation.pool.AuthorityStarted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;

/** Puts the users and clients to start with into the database; those already there stay. */
@ApplicationScoped
class Seed {

  private static final Set<AuthFlow> FLOWS = Set.of(AuthFlow.USER_PASSWORD, AuthFlow.REFRESH_TOKEN);

  private DevelopmentValues values;
  private SampleUserDirectory users;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  Seed() {}

  @Inject
  Seed(DevelopmentValues values, SampleUserDirectory users) {
    this.values = values;
    this.users = users;
  }

  void plant(@Observes AuthorityStarted authority) {
    users.createTable();
    for (var user : values.users()) {
      users.add(user.name(), values.password(), user.detail());
    }
    for (var client : values.clients()) {
      authority.clients().register(values.userPool(), client.name(), client.detail(), FLOWS);
    }
  }
}
