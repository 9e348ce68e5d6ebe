package io.tokenrevocation;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.tokenrevocation",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

  @ArchTest
  static final ArchRule ARROWS_POINT_INWARDS =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.tokenrevocation..")
          .layer("domain")
          .definedBy("io.tokenrevocation")
          .layer("settings")
          .definedBy("io.tokenrevocation.settings")
          .layer("token")
          .definedBy("io.tokenrevocation.token")
          .layer("index")
          .definedBy("io.tokenrevocation.index")
          .layer("feed")
          .definedBy("io.tokenrevocation.feed")
          .layer("filter")
          .definedBy("io.tokenrevocation.filter")
          .whereLayer("filter")
          .mayOnlyAccessLayers("token", "index", "feed", "settings", "domain")
          .whereLayer("feed")
          .mayOnlyAccessLayers("index", "domain")
          .whereLayer("index")
          .mayOnlyAccessLayers("domain")
          .whereLayer("token")
          .mayOnlyAccessLayers("settings", "domain")
          .whereLayer("settings")
          .mayNotAccessAnyLayer()
          .whereLayer("domain")
          .mayNotAccessAnyLayer()
          .ensureAllClassesAreContainedInArchitecture();

  @ArchTest
  static final ArchRule THE_DOMAIN_NEEDS_THE_JDK_ONLY =
      classes()
          .that()
          .resideInAPackage("io.tokenrevocation")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.tokenrevocation", "java..", "org.jspecify.annotations");

  @ArchTest
  static final ArchRule ONLY_TOKEN_KNOWS_NIMBUS =
      noClasses()
          .that(not(resideInAPackage("io.tokenrevocation.token")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.nimbusds..");

  @ArchTest
  static final ArchRule MICROPROFILE_HAS_CLASSES_OF_ITS_OWN =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.tokenrevocation.settings.MicroProfileConfig")
          .and()
          .doNotHaveFullyQualifiedName("io.tokenrevocation.filter.RevocationReadiness")
          .and()
          .doNotHaveFullyQualifiedName("io.tokenrevocation.filter.RevocationLiveness")
          .and()
          .doNotHaveFullyQualifiedName("io.tokenrevocation.filter.MetricsExporter")
          .and()
          .doNotHaveFullyQualifiedName("io.tokenrevocation.filter.MicroProfileJwt")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.microprofile..");

  @ArchTest
  static final ArchRule OPEN_TELEMETRY_HAS_A_CLASS_OF_ITS_OWN =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.tokenrevocation.filter.OpenTelemetryExporter")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  @ArchTest
  static final ArchRule ONLY_FILTER_AND_SETTINGS_KNOW_JAKARTA_EE =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "io.tokenrevocation.filter",
                      "io.tokenrevocation.settings",
                      "io.tokenrevocation.feed")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta..");

  @ArchTest
  static final ArchRule THE_FEED_KNOWS_JSON_ONLY =
      noClasses()
          .that()
          .resideInAPackage("io.tokenrevocation.feed")
          .should()
          .dependOnClassesThat(
              resideInAPackage("jakarta..").and(not(resideInAPackage("jakarta.json"))));

  @ArchTest static final ArchRule NO_CYCLES = slices().matching("(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_PACKAGE_WITHOUT_A_SUBJECT =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..common..", "..impl..", "..model..", "..service..", "..manager..");
}
