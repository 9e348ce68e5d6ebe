package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.rest.DateHeader;
import io.tokenrevocation.rest.JerseyProperties;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The endpoint to give an AWS client: {@code http://host/cognito-idp}. */
@ApplicationPath("cognito-idp")
public class CognitoApplication extends Application {

  /** Made by the JAX-RS runtime. */
  public CognitoApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        CognitoResource.class,
        WellKnownResource.class,
        AppClientsResource.class,
        CognitoErrorMapper.class,
        DateHeader.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return JerseyProperties.quiet();
  }
}
