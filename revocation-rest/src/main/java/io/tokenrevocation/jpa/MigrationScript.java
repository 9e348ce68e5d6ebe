package io.tokenrevocation.jpa;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.flywaydb.core.api.resource.LoadableResource;

/** A migration script of this jar. */
final class MigrationScript extends LoadableResource {

  private final String path;
  private final String name;

  MigrationScript(Product product, String name) {
    this.path = "migration/" + product.folder() + "/" + name;
    this.name = name;
  }

  @Override
  public Reader read() {
    var stream = MigrationScript.class.getResourceAsStream(path);
    return new InputStreamReader(Objects.requireNonNull(stream, path), StandardCharsets.UTF_8);
  }

  @Override
  public String getAbsolutePath() {
    return path;
  }

  @Override
  public String getAbsolutePathOnDisk() {
    return path;
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
