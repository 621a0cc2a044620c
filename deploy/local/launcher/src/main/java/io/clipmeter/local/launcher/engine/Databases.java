package io.clipmeter.local.launcher.engine;

import io.clipmeter.local.launcher.home.Addresses;
import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * One database for each service that has one, each with a role of its own that sees no other
 * database.
 */
public final class Databases {
  /** The services with a database; role and database have the service's name. */
  public static final List<String> NAMES =
      List.of("submission", "tracking", "earnings", "payout", "analytics");

  /** The account that made the server; used for making databases and nothing else. */
  static final String SUPERUSER = "postgres";

  private final Addresses addresses;
  private final Secrets secrets;

  Databases(Addresses addresses, Secrets secrets) {
    this.addresses = addresses;
    this.secrets = secrets;
  }

  /** Whether the server takes connections. */
  boolean reachable() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Creates what is missing and sets the passwords to those of this home. */
  void create() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String name : NAMES) {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(name))) {
          statement.execute("CREATE ROLE %s LOGIN".formatted(name));
        }
        // Passwords are hexadecimal digits; DDL takes no parameters.
        statement.execute(
            "ALTER ROLE %s PASSWORD '%s'".formatted(name, secrets.databasePassword(name)));
        if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(name))) {
          statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
        }
        statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
      }
    } catch (SQLException e) {
      throw new Failure("The databases could not be created: " + e.getMessage(), e);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", secrets.databasePassword(SUPERUSER));
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "20");
    return DriverManager.getConnection(addresses.jdbc("postgres"), properties);
  }
}
