package io.tokenrevocation.sample;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.pool.AuthoritySettings;
import io.tokenrevocation.pool.User;
import io.tokenrevocation.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Users in a table of the sample's own, with hashed passwords. */
@ApplicationScoped
class SampleUsers {

  /** What PostgreSQL and H2 say of a second row, or table, where there can be one. */
  private static final String ALREADY_THERE = "23505";

  private Settings settings;

  /** Checked when there is no such user, so that the answer takes as long. */
  private String nobodysHash;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  SampleUsers() {}

  @Inject
  SampleUsers(Settings settings) {
    this.settings = settings;
    this.nobodysHash = PasswordHash.of("nobody");
  }

  /** The user, if this is their password; takes the same time either way. */
  Optional<User> authenticate(String username, String password) {
    var row = row(username);
    var hash = row.map(Row::passwordHash).orElse(nobodysHash);
    var matches = PasswordHash.matches(password, hash);
    return row.filter(found -> matches).map(Row::user);
  }

  Optional<User> find(String username) {
    return row(username).map(Row::user);
  }

  /** Unless it is there: where nobody may make tables, an administrator has. */
  void createTable() {
    if (!inDatabase(SampleUsers::hasTable)) {
      unlessAnotherNodeDoes(SampleUsers::createTable);
    }
  }

  private static boolean createTable(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.execute(
          """
          create table if not exists sample_user (
            username varchar(128) primary key,
            subject varchar(36) not null unique,
            password_hash varchar(512) not null,
            group_name varchar(128)
          )\
          """);
    }
  }

  private static boolean hasTable(Connection connection) throws SQLException {
    var sql =
        "select count(*) from information_schema.tables"
            + " where table_schema = current_schema and lower(table_name) = 'sample_user'";
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1) > 0;
    }
  }

  /** Adds a user, unless the name is taken. */
  void add(String username, String password, @Nullable String group) {
    if (row(username).isEmpty()) {
      var hash = PasswordHash.of(password);
      unlessAnotherNodeDoes(connection -> insert(connection, username, hash, group));
    }
  }

  /** Of nodes that start at once, one makes the table, and adds each user. */
  private void unlessAnotherNodeDoes(Work<?> work) {
    inDatabase(
        connection -> {
          try {
            work.with(connection);
            return true;
          } catch (SQLException e) {
            if (ALREADY_THERE.equals(e.getSQLState())) {
              return false;
            }
            throw e;
          }
        });
  }

  private static int insert(
      Connection connection, String username, String hash, @Nullable String group)
      throws SQLException {
    var sql =
        "insert into sample_user (username, subject, password_hash, group_name)"
            + " values (?, ?, ?, ?)";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, username);
      statement.setString(2, UUID.randomUUID().toString());
      statement.setString(3, hash);
      statement.setString(4, group);
      return statement.executeUpdate();
    }
  }

  private Optional<Row> row(String username) {
    return inDatabase(connection -> select(connection, username));
  }

  private static Optional<Row> select(Connection connection, String username) throws SQLException {
    var sql = "select subject, password_hash, group_name from sample_user where username = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, username);
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new Row(username, rows.getString(1), rows.getString(2), rows.getString(3)))
            : Optional.empty();
      }
    }
  }

  @SuppressWarnings("BanJNDI") // the authority's database, as the administrator names it
  private <T> T inDatabase(Work<T> work) {
    var name = settings.get(AuthoritySettings.DATA_SOURCE);
    try (var connection = InitialContext.<DataSource>doLookup(name).getConnection()) {
      return work.with(connection);
    } catch (NamingException | SQLException e) {
      throw new StoreUnavailableException("the users cannot be reached", e);
    }
  }

  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private record Row(String username, String subject, String passwordHash, @Nullable String group) {

    User user() {
      var groups = group == null ? List.<String>of() : List.of(group);
      return new User(username, subject, true, groups, Map.of());
    }
  }
}
