package io.tokenrevocation.sample;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The application's own resources. */
@ApplicationPath("api")
public class ApiApplication extends Application {

  /** Made by the JAX-RS runtime. */
  public ApiApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MeResource.class);
  }
}
