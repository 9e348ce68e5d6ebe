package io.tokenrevocation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.tokenrevocation.filter.ExemptPaths;
import io.tokenrevocation.filter.RefusedDeployment;
import io.tokenrevocation.filter.RevocationApplied;
import io.tokenrevocation.filter.TokenPrincipal;
import io.tokenrevocation.mint.SigningKeys;
import io.tokenrevocation.pool.AuthoritySettings;
import java.util.Arrays;

/** The arrows of the authority: from the outside in. */
@AnalyzeClasses(
    packages = {
      "io.tokenrevocation.pool",
      "io.tokenrevocation.mint",
      "io.tokenrevocation.jpa",
      "io.tokenrevocation.rest"
    },
    importOptions = DoNotIncludeTests.class)
class AuthorityArchitectureTest {

  private static final String OURS = "io.tokenrevocation..";

  @ArchTest
  static final ArchRule COGNITO_NEEDS_THE_DOMAIN_AND_THE_PUBLIC_KEYS =
      classesOf("rest.cognito")
          .should()
          .onlyDependOnClassesThat(
              notOurs()
                  .or(
                      packages(
                          "rest.cognito", "rest", "rest.sigv4", "pool", "token", "settings", ""))
                  .or(type(SigningKeys.class)));

  @ArchTest
  static final ArchRule REST_NEEDS_THE_DOMAIN =
      classesOf("rest")
          .should()
          .onlyDependOnClassesThat(
              notOurs()
                  .or(packages("rest", "rest.sigv4", "pool", "feed", "token", "settings", ""))
                  .or(type(ExemptPaths.class))
                  .or(type(RevocationApplied.class))
                  .or(type(RefusedDeployment.class)));

  @ArchTest
  static final ArchRule OAUTH_NEEDS_THE_DOMAIN_AND_A_SETTING =
      classesOf("rest.oauth")
          .should()
          .onlyDependOnClassesThat(
              notOurs().or(packages("rest.oauth", "rest", "pool", "token", "settings", "")));

  @ArchTest
  static final ArchRule CONSOLE_NEEDS_THE_DOMAIN_AND_SETTINGS =
      classesOf("rest.console")
          .should()
          .onlyDependOnClassesThat(
              notOurs()
                  .or(packages("rest.console", "rest", "pool", "settings", ""))
                  .or(type(TokenPrincipal.class)));

  @ArchTest
  static final ArchRule JAKARTA_SECURITY_IS_LOADED_WHERE_IT_IS_ONLY =
      noClasses()
          .that()
          .doNotHaveSimpleName("StoreHandler")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.security..");

  @ArchTest
  static final ArchRule SIGNATURES_NEED_SETTINGS_ONLY =
      classesOf("rest.sigv4")
          .should()
          .onlyDependOnClassesThat(
              notOurs().or(packages("rest.sigv4", "settings")).or(type(AuthoritySettings.class)));

  @ArchTest
  static final ArchRule POOL_KNOWS_NO_DATABASE_AND_NO_PROTOCOL =
      classesOf("pool")
          .should()
          .onlyDependOnClassesThat(
              notOurs().or(packages("pool", "mint", "token", "feed", "settings", "")));

  @ArchTest
  static final ArchRule MINT_KNOWS_TOKENS_ONLY =
      classesOf("mint")
          .should()
          .onlyDependOnClassesThat(notOurs().or(packages("mint", "token", "")));

  @ArchTest
  static final ArchRule JPA_IMPLEMENTS_THE_INTERFACES_OF_OTHERS =
      classesOf("jpa")
          .should()
          .onlyDependOnClassesThat(
              notOurs().or(packages("jpa", "pool", "mint", "feed", "settings", "")));

  @ArchTest
  static final ArchRule NOBODY_NEEDS_THE_DATABASE =
      noClasses()
          .that()
          .resideOutsideOfPackage(in("jpa"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(in("jpa"));

  @ArchTest
  static final ArchRule NOBODY_NEEDS_A_PROTOCOL_BUT_ANOTHER_PROTOCOL =
      noClasses()
          .that()
          .resideOutsideOfPackage(in("rest") + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(in("rest") + "..");

  @ArchTest
  static final ArchRule COGNITOS_NAMES_STAY_IN_ONE_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage(in("rest.cognito"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(in("rest.cognito"));

  @ArchTest
  static final ArchRule OAUTHS_FORMS_STAY_IN_ONE_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage(in("rest.oauth"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(in("rest.oauth"));

  @ArchTest
  static final ArchRule NO_CLASS_IS_CALLED_LIKE_AN_OPERATION_OF_COGNITOS_ELSEWHERE =
      noClasses()
          .that()
          .resideOutsideOfPackage(in("rest.cognito"))
          .should()
          .haveNameMatching(".*(Cognito|InitiateAuth|RevokeToken|GetUser|GlobalSignOut).*");

  @ArchTest
  static final ArchRule ONLY_JPA_IMPORTS_JAKARTA_PERSISTENCE_HIBERNATE_AND_FLYWAY =
      onlyIn("jpa", "jakarta.persistence..", "org.hibernate..", "org.flywaydb..");

  @ArchTest static final ArchRule ONLY_MINT_IMPORTS_NIMBUS = onlyIn("mint", "com.nimbusds..");

  @ArchTest
  static final ArchRule ONLY_REST_IMPORTS_JAX_RS_AND_JSON =
      noClasses()
          .that()
          .resideOutsideOfPackage(in("rest") + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "jakarta.json..");

  @ArchTest
  static final ArchRule THERE_ARE_NO_CYCLES =
      slices().matching("io.tokenrevocation.(**)").should().beFreeOfCycles();

  private static GivenClassesConjunction classesOf(String name) {
    return classes().that().resideInAPackage(in(name));
  }

  private static ArchRule onlyIn(String name, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in(name))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private static DescribedPredicate<JavaClass> notOurs() {
    return DescribedPredicate.not(resideInAPackage(OURS));
  }

  private static DescribedPredicate<JavaClass> packages(String... names) {
    return resideInAnyPackage(
        Arrays.stream(names).map(AuthorityArchitectureTest::in).toArray(String[]::new));
  }

  /** A package of ours, without those below it; the empty name is the domain. */
  private static String in(String name) {
    return name.isEmpty() ? "io.tokenrevocation" : "io.tokenrevocation." + name;
  }
}
