package io.tokenrevocation.jpa;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.pool.Messages;
import io.tokenrevocation.pool.SchemaRule;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.jspecify.annotations.Nullable;

/**
 * Checks, migrates unless somebody else does, and opens the database when it is first needed.
 * Thread-safe.
 */
final class Database {

  private static final System.Logger LOG = System.getLogger(Database.class.getName());

  private final String jndiName;
  private final SchemaRule rule;
  private String said = "";
  private volatile @Nullable Opened opened;

  Database(String jndiName, SchemaRule rule) {
    this.jndiName = jndiName;
    this.rule = rule;
  }

  /**
   * The database once it can be used.
   *
   * @param product what it is
   * @param dataSource leads to it
   * @param entityManagers makes entity managers on it
   */
  record Opened(Product product, DataSource dataSource, EntityManagerFactory entityManagers) {}

  /** The database, unless nobody has needed it yet. */
  Optional<Opened> ifOpened() {
    return Optional.ofNullable(opened);
  }

  Opened opened() {
    var present = opened;
    return present != null ? present : open();
  }

  private synchronized Opened open() {
    var present = opened;
    if (present == null) {
      var dataSource = lookUp();
      var found = SupportedDatabase.check(dataSource);
      var version = schema(dataSource, found.product());
      present = new Opened(found.product(), dataSource, build(dataSource));
      opened = present;
      LOG.log(Level.INFO, Messages.DATABASE_READY.text(found, version));
    }
    return present;
  }

  /** Returns its version once it is up to date. */
  private String schema(DataSource dataSource, Product product) {
    return switch (rule) {
      case MIGRATE -> Migrations.migrate(dataSource, product);
      case CHECK -> {
        var schema = Schema.of(dataSource, product);
        if (!schema.missing().isEmpty()) {
          say(schema.whatToDo());
          throw new StoreUnavailableException(schema.whatToDo());
        }
        yield schema.version();
      }
    };
  }

  /** Once, though it is asked again and again. */
  private void say(String whatToDo) {
    if (!said.equals(whatToDo)) {
      LOG.log(Level.WARNING, Messages.SCHEMA_MISSING.text(whatToDo));
    }
    said = whatToDo;
  }

  synchronized void close() {
    if (opened != null) {
      opened.entityManagers().close();
      AnnotationMemory.forget(PersistenceUnit.ENTITIES);
    }
  }

  private static EntityManagerFactory build(DataSource dataSource) {
    try {
      return new HibernatePersistenceProvider()
          .createContainerEntityManagerFactory(
              new PersistenceUnit(dataSource),
              Map.of(
                  "hibernate.transaction.jta.platform",
                  NoJtaPlatform.INSTANCE,
                  "hibernate.hbm2ddl.auto",
                  "validate",
                  "hibernate.physical_naming_strategy",
                  CamelCaseToUnderscoresNamingStrategy.class.getName(),
                  "hibernate.query.in_clause_parameter_padding",
                  "true",
                  "jakarta.persistence.validation.mode",
                  "none"));
    } catch (PersistenceException e) {
      throw new StoreUnavailableException("the database cannot be opened", e);
    }
  }

  @SuppressWarnings("BanJNDI") // a name of the administrator's, never an address
  private DataSource lookUp() {
    try {
      return InitialContext.doLookup(jndiName);
    } catch (NamingException e) {
      throw new IllegalStateException(
          "revocation.data-source is " + jndiName + ", where no DataSource is bound", e);
    }
  }
}
