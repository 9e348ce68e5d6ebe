package io.tokenrevocation.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The authority's own JSON API, at {@code /revocation}. */
@ApplicationPath("revocation")
public class RevocationApplication extends Application {

  /** Made by the JAX-RS runtime. */
  public RevocationApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        RevocationsResource.class,
        SigningKeysResource.class,
        ActivityResource.class,
        NodesResource.class,
        UserPoolsResource.class,
        UsersResource.class,
        SessionsResource.class,
        MyResource.class,
        OpenApiResource.class,
        FeedResource.class,
        ProblemMapper.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return JerseyProperties.quiet();
  }
}
