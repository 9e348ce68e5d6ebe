package io.tokenrevocation.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which rows of Cognito's contract a test covers, such as {@code 1.4 secret-missing}.
 *
 * <p>The rows stand in {@code contract-rows.txt}; {@link ContractCoverageTest} makes a table of
 * them and their tests.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface Contract {

  /** A section's number and a row's name, each. */
  String[] value();
}
