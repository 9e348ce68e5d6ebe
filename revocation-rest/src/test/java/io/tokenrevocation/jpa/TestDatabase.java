package io.tokenrevocation.jpa;

import io.tokenrevocation.TestSettings;
import io.tokenrevocation.mint.SealedKeyStore;
import io.tokenrevocation.mint.SealedTexts;
import io.tokenrevocation.pool.AuditStore;
import io.tokenrevocation.pool.Caller;
import io.tokenrevocation.pool.ClientStore;
import io.tokenrevocation.pool.NodeStore;
import io.tokenrevocation.pool.PoolStore;
import io.tokenrevocation.pool.RetentionStore;
import io.tokenrevocation.pool.RevocationLog;
import io.tokenrevocation.pool.SessionStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Named;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The real stores on a database of their own, which is gone when the test is. */
public final class TestDatabase implements AutoCloseable {

  /** Who calls. */
  public static final Caller CALLER = new Caller("192.0.2.7", "a test");

  private final Product product;
  private final String name;
  private final JdbcConnectionPool dataSource;
  private final String jndiName;
  private final Transactions transactions;
  private final NewsListener listener;

  private TestDatabase(Product product) {
    this.product = product;
    this.name = "test_" + UUID.randomUUID().toString().replace('-', '_');
    this.dataSource =
        switch (product) {
          case H2 -> h2(name);
          case POSTGRESQL -> postgres(name);
        };
    this.jndiName = "java:app/jdbc/" + name;
    TestNaming.bind(jndiName, dataSource);
    this.transactions = transactionsOf(jndiName);
    this.listener = new NewsListener(transactions, System::nanoTime, "listener");
  }

  /** Transactions on whatever is bound under a name, if anything is. */
  static Transactions transactionsOf(String jndiName) {
    return new Transactions(TestSettings.instanceWith(Map.of("revocation.data-source", jndiName)));
  }

  /** Transactions on this database, of a node that makes no tables. */
  Transactions checking() {
    return new Transactions(
        TestSettings.instanceWith(
            Map.of("revocation.data-source", jndiName, "revocation.schema", "check")));
  }

  /** Opens an empty database where the product does not matter. */
  public static TestDatabase open() {
    return open(Product.H2);
  }

  /** Opens an empty database. */
  static TestDatabase open(Product product) {
    return new TestDatabase(product);
  }

  /** Opens an empty PostgreSQL database that the stores reach in some way of the test's. */
  public static TestDatabase reachedBy(UnaryOperator<DataSource> way) {
    var database = open(Product.POSTGRESQL);
    TestNaming.bind(database.jndiName, way.apply(database.dataSource));
    return database;
  }

  /** Opens an empty database of each product, one after the other. */
  public static Stream<TestDatabase> ofEachProduct() {
    return Arrays.stream(Product.values()).map(TestDatabase::open);
  }

  /** Open an empty database of each product, for those who need one for each test. */
  public static Stream<Named<Supplier<TestDatabase>>> openers() {
    return Arrays.stream(Product.values())
        .map(product -> Named.of(product.toString(), () -> open(product)));
  }

  private static JdbcConnectionPool h2(String name) {
    var url = "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0";
    return JdbcConnectionPool.create(url, "sa", "");
  }

  private static JdbcConnectionPool postgres(String name) {
    TestPostgres.execute("create database " + name);
    return JdbcConnectionPool.create(TestPostgres.lead(new PGConnectionPoolDataSource(), name));
  }

  /** Returns the authority's session store. */
  public SessionStore sessions() {
    return new JpaSessionStore(
        transactions,
        new NewsSender(transactions, Runnable::run, "sender", Duration.ZERO),
        auditWriter());
  }

  /** Returns the authority's client store. */
  public ClientStore clients() {
    return new JpaClientStore(transactions, auditWriter());
  }

  /** Returns the authority's store of user pools. */
  public PoolStore pools() {
    return new JpaPoolStore(transactions, auditWriter());
  }

  /** Returns the authority's store of signing keys. */
  public SealedKeyStore keys() {
    return new JpaPoolStore(transactions, auditWriter());
  }

  /** Returns what lies sealed. */
  public SealedTexts sealedTexts() {
    return new JpaSealedTexts(transactions);
  }

  /** Returns the authority's log of revocations. */
  public RevocationLog log() {
    return new JpaRevocationLog(transactions, listener);
  }

  /** Returns the audit trail. */
  public AuditStore audit() {
    return new JpaAuditStore(transactions, auditWriter());
  }

  /** Returns what the nodes say of themselves. */
  public NodeStore nodes() {
    return new JpaNodeStore(transactions);
  }

  /** Returns what removes what is over. */
  public RetentionStore retention() {
    return new JpaRetentionStore(transactions);
  }

  /** Everybody calls from the same address. */
  private static AuditWriter auditWriter() {
    return new AuditWriter(() -> CALLER);
  }

  /** Does to the database what no authority does. */
  public void execute(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Asks the database what no authority asks; returns the first column. */
  public List<String> column(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** Has all who use the database wait for the same connection. */
  void onOneConnection() {
    dataSource.setMaxConnections(1);
  }

  Transactions transactions() {
    return transactions;
  }

  DataSource dataSource() {
    return dataSource;
  }

  Product product() {
    return product;
  }

  @Override
  public String toString() {
    return product.toString();
  }

  @Override
  public void close() {
    listener.close();
    transactions.close();
    TestNaming.unbind(jndiName);
    try {
      if (product == Product.H2) {
        execute("shutdown immediately");
      } else {
        TestPostgres.execute("drop database " + name + " with (force)");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      dataSource.dispose();
    }
  }
}
