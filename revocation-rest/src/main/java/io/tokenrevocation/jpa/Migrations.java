package io.tokenrevocation.jpa;

import io.tokenrevocation.StoreUnavailableException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Brings the schema up to date with Flyway.
 *
 * <p>The scripts are named here instead of searched for: no two servers let a class path be
 * searched alike, and one that finds nothing would migrate nothing. The history has a table of its
 * own, beside whatever the application migrates by itself. Of nodes that start together one
 * migrates, and the others wait for its lock.
 *
 * <p>A version is the same schema on every product. What was released is never changed.
 */
final class Migrations {

  private static final List<String> H2 =
      List.of(
          "V1__revocation.sql",
          "V2__app_client_settings.sql",
          "V3__cut_offs.sql",
          "V4__refresh_token_rotation.sql",
          "V5__signing_keys.sql",
          "V6__log_by_transaction.sql",
          "V7__retention.sql",
          "V8__sessions_and_audit.sql");
  private static final List<String> POSTGRESQL =
      List.of(
          "V5__revocation.sql",
          "V6__log_by_transaction.sql",
          "V7__retention.sql",
          "V8__sessions_and_audit.sql");

  private Migrations() {}

  /** Returns the schema's version, whichever node has brought it there. */
  static String migrate(DataSource dataSource, Product product) {
    try {
      flyway(dataSource, product).migrate();
    } catch (FlywayException e) {
      throw new StoreUnavailableException("the schema cannot be brought up to date", e);
    }
    return String.valueOf(versionByHistory(dataSource, product));
  }

  /** Returns the schema's version as Flyway knows it; 0 if it has never run. */
  static int versionByHistory(DataSource dataSource, Product product) {
    try {
      var current = flyway(dataSource, product).info().current();
      return current == null ? 0 : Integer.parseInt(current.getVersion().getVersion());
    } catch (FlywayException e) {
      throw new StoreUnavailableException("the history of the schema cannot be read", e);
    }
  }

  /** Returns the names of the scripts of later versions, in order. */
  static List<String> after(int version, Product product) {
    return names(product).stream().filter(name -> version(name) > version).toList();
  }

  /** What stands in a name between V and the underscores. */
  private static int version(String name) {
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }

  private static List<String> names(Product product) {
    return switch (product) {
      case H2 -> H2;
      case POSTGRESQL -> POSTGRESQL;
    };
  }

  private static Flyway flyway(DataSource dataSource, Product product) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(dataSource)
        .table("revocation_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .resourceProvider(new Scripts(product))
        .javaMigrationClassProvider(List::of)
        .failOnMissingLocations(false)
        .load();
  }

  /** The scripts by name; Flyway asks for other kinds of resources too, of which there are none. */
  private record Scripts(Product product) implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
      return null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return names(product).stream()
          .filter(
              name -> name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
          .<LoadableResource>map(name -> new MigrationScript(product, name))
          .toList();
    }
  }
}
