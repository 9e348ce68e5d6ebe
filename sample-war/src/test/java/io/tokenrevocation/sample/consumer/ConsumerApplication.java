package io.tokenrevocation.sample.consumer;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The team's own resources. */
@ApplicationPath("consumer")
public class ConsumerApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(OrderResource.class);
  }
}
