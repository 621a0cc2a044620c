package io.clipmeter.benchmarks.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One PostgreSQL server that loses nothing in a crash, with a database for each side. */
public final class Postgres implements AutoCloseable {
  private static final String USER = "postgres";
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "shared_buffers", "512MB",
          "max_wal_size", "4GB",
          "jit", "off",
          "max_connections", "100",
          "listen_addresses", "127.0.0.1",
          "timezone", "UTC");

  /**
   * A database.
   *
   * @param url its JDBC address
   */
  public record Database(String url, String user, String password) {

    /** A new connection that commits when told to. */
    public Connection connect() throws SQLException {
      Connection connection = DriverManager.getConnection(url, user, password);
      connection.setAutoCommit(false);
      return connection;
    }
  }

  private final EmbeddedPostgres server;
  private final ProcessHandle process;

  private Postgres(EmbeddedPostgres server, ProcessHandle process) {
    this.server = server;
    this.process = process;
  }

  static Postgres start(Path folder, Path programs) throws IOException, SQLException {
    Path data = folder.resolve("postgres");
    var log = Redirect.appendTo(folder.resolve("postgres.log").toFile());
    var builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(programs.toFile())
            .setDataDirectory(data)
            .setPGStartupWait(Duration.ofMinutes(2))
            // The run ends its engines itself, in order, also when it is interrupted.
            .setRegisterShutdownHook(false)
            .setOutputRedirector(log)
            .setErrorRedirector(log);
    SETTINGS.forEach(builder::setServerConfig);
    EmbeddedPostgres server = builder.start();
    Postgres postgres = new Postgres(server, process(data));
    for (String setting : DURABLE) {
      if (!postgres.ask("SHOW " + setting).equals("on")) {
        postgres.close();
        throw new IllegalStateException(setting + " is off: the figures would be worth nothing");
      }
    }
    return postgres;
  }

  /** The server is nobody's child; its file tells its number. */
  private static ProcessHandle process(Path data) throws IOException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  ProcessHandle process() {
    return process;
  }

  /** Such as {@code 18.6}. */
  String version() throws SQLException {
    return ask("SHOW server_version");
  }

  /** How many bytes its log has had in all. */
  long walBytes() {
    try {
      return Long.parseLong(ask("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')"));
    } catch (SQLException e) {
      throw new IllegalStateException("the end of the log can't be read", e);
    }
  }

  /** A new database. */
  public Database create(String name) throws SQLException {
    run(database(USER), "CREATE DATABASE " + name);
    return database(name);
  }

  /**
   * Makes ready for a timed piece of work: tables counted, as they would be in a database that is
   * older than a minute, and nothing left to sweep up or to write that somebody else has changed.
   */
  public void settleDown(Database database) throws SQLException {
    run(database, "VACUUM (ANALYZE)");
    run(database, "CHECKPOINT");
  }

  private Database database(String name) {
    return new Database(server.getJdbcUrl(USER, name), USER, USER);
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = database(USER).connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void run(Database database, String command) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute(command);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
