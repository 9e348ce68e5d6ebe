package com.example.orders;

import io.tokenrevocation.pool.AuthFlow;
import io.tokenrevocation.pool.AuthorityStarted;
import io.tokenrevocation.pool.User;
import io.tokenrevocation.pool.UserDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Users that are made up: whoever knows the password has the name they say. */
@ApplicationScoped
public class Users implements UserDirectory {

  @Override
  public Optional<User> authenticate(String poolId, String username, String password) {
    return password.equals("Sample-Passw0rd!") ? find(poolId, username) : Optional.empty();
  }

  @Override
  public Optional<User> find(String poolId, String username) {
    var subject = UUID.nameUUIDFromBytes(username.getBytes()).toString();
    return Optional.of(new User(username, subject, true, List.of(), Map.of()));
  }

  void register(@Observes AuthorityStarted authority) {
    var flows = EnumSet.of(AuthFlow.USER_PASSWORD, AuthFlow.REFRESH_TOKEN);
    authority.clients().register("us-east-1_Orders001", "sampleweb", null, flows);
  }
}
