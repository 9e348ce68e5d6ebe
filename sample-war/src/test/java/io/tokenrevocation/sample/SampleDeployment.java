package io.tokenrevocation.sample;

import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that Maven built, deployed once for all tests and seen from outside. */
@ArquillianSuiteDeployment
public class SampleDeployment {

  @Deployment(testable = false)
  public static WebArchive war() {
    return ShrinkWrap.create(ZipImporter.class, "sample.war")
        .importFrom(new File(System.getProperty("it.war")))
        .as(WebArchive.class);
  }
}
