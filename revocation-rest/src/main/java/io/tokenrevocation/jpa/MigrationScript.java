package io.tokenrevocation.jpa;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.flywaydb.core.api.resource.LoadableResource;

/** A migration script of this jar, for H2. */
final class MigrationScript extends LoadableResource {

  private static final String FOLDER = "migration/h2/";

  private final String name;

  MigrationScript(String name) {
    this.name = name;
  }

  @Override
  public Reader read() {
    var stream = MigrationScript.class.getResourceAsStream(FOLDER + name);
    return new InputStreamReader(Objects.requireNonNull(stream, name), StandardCharsets.UTF_8);
  }

  @Override
  public String getAbsolutePath() {
    return FOLDER + name;
  }

  @Override
  public String getAbsolutePathOnDisk() {
    return FOLDER + name;
  }

  @Override
  public String getFilename() {
    return name;
  }

  @Override
  public String getRelativePath() {
    return name;
  }
}
