package io.tokenrevocation.sample.secured;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

@ApplicationPath("reports")
public class ReportApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(ReportResource.class);
  }
}
