package io.tokenrevocation.jpa;

import io.tokenrevocation.TestSettings;
import io.tokenrevocation.mint.SealedKeyStore;
import io.tokenrevocation.mint.SealedTexts;
import io.tokenrevocation.pool.ClientStore;
import io.tokenrevocation.pool.PoolStore;
import io.tokenrevocation.pool.RevocationLog;
import io.tokenrevocation.pool.SessionStore;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The real stores on an H2 database of their own, which is gone when the test is. */
public final class TestDatabase implements AutoCloseable {

  private final JdbcConnectionPool dataSource;
  private final String jndiName;
  private final Transactions transactions;

  private TestDatabase(String url) {
    this.dataSource = JdbcConnectionPool.create(url, "sa", "");
    this.jndiName = "java:app/jdbc/" + UUID.randomUUID();
    TestNaming.bind(jndiName, dataSource);
    this.transactions = transactionsOf(jndiName);
  }

  /** Transactions on whatever is bound under a name, if anything is. */
  static Transactions transactionsOf(String jndiName) {
    return new Transactions(TestSettings.instanceWith(Map.of("revocation.data-source", jndiName)));
  }

  /** Opens an empty database in memory. */
  public static TestDatabase open() {
    return new TestDatabase(newUrl() + ";WRITE_DELAY=0");
  }

  /** The address of an empty database in memory, without any option that an authority asks for. */
  static String newUrl() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  }

  /** Returns the authority's session store. */
  public SessionStore sessions() {
    return new JpaSessionStore(transactions);
  }

  /** Returns the authority's client store. */
  public ClientStore clients() {
    return new JpaClientStore(transactions);
  }

  /** Returns the authority's store of user pools. */
  public PoolStore pools() {
    return new JpaPoolStore(transactions);
  }

  /** Returns the authority's store of signing keys. */
  public SealedKeyStore keys() {
    return new JpaPoolStore(transactions);
  }

  /** Returns what lies sealed. */
  public SealedTexts sealedTexts() {
    return new JpaSealedTexts(transactions);
  }

  /** Returns the authority's log of revocations. */
  public RevocationLog log() {
    return new JpaRevocationLog(transactions);
  }

  /** Does to the database what no authority does. */
  public void execute(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  Transactions transactions() {
    return transactions;
  }

  DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() {
    transactions.close();
    TestNaming.unbind(jndiName);
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("shutdown immediately");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      dataSource.dispose();
    }
  }
}
