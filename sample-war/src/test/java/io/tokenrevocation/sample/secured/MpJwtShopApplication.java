package io.tokenrevocation.sample.secured;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;

@ApplicationScoped
@ApplicationPath("jwt")
@LoginConfig(authMethod = "MP-JWT")
public class MpJwtShopApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MpJwtResource.class);
  }
}
