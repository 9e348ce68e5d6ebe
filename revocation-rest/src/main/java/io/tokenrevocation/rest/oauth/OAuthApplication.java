package io.tokenrevocation.rest.oauth;

import io.tokenrevocation.rest.DateHeader;
import io.tokenrevocation.rest.JerseyProperties;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The OAuth endpoints, at {@code /oauth2}. */
@ApplicationPath("oauth2")
public class OAuthApplication extends Application {

  /** Made by the JAX-RS runtime. */
  public OAuthApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        RevocationEndpoint.class,
        TokenEndpoint.class,
        IntrospectionEndpoint.class,
        UserInfoEndpoint.class,
        OAuthErrorMapper.class,
        DateHeader.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return JerseyProperties.quiet();
  }
}
