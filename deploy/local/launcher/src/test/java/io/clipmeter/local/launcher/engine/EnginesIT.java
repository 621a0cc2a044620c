package io.clipmeter.local.launcher.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.launcher.home.Addresses;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Port;
import io.clipmeter.local.launcher.home.Ports;
import io.clipmeter.local.launcher.home.Secrets;
import io.clipmeter.local.launcher.process.Ending;
import io.clipmeter.local.launcher.process.PidFiles;
import io.clipmeter.local.launcher.process.ProcessId;
import io.clipmeter.local.launcher.process.Strays;
import io.clipmeter.local.launcher.stack.Progress;
import io.clipmeter.local.launcher.stack.Stack;
import io.clipmeter.local.launcher.stack.Starter;
import io.clipmeter.local.launcher.stack.Stopper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Starts the real engines as processes, kills them and starts them again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnginesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Home home;
  private Ports ports;
  private Secrets secrets;
  private Stack stack;
  private PidFiles pidFiles;

  @BeforeAll
  void prepare(@TempDir Path folder) throws IOException {
    home = new Home(folder.resolve("a home with blanks"));
    ports =
        Ports.USUAL.with(
            List.of(
                "postgres=" + freePort(), "kafka=" + freePort(), "kafka-controller=" + freePort()));
    secrets = new Secrets(home);
    stack = new Stack(List.of(List.of(new Postgres(home, ports, secrets), new Kafka(home, ports))));
    pidFiles = new PidFiles(home);
  }

  @AfterAll
  void leavesNoProcessBehind() {
    new Stopper(home).stopAll(stack, name -> {});
    assertThat(new Strays(home).find()).isEmpty();
  }

  @Test
  void givesEachServiceADatabaseThatNoOtherCanEnter() throws SQLException {
    start();

    assertThat(ask("payout", "SELECT current_database()")).isEqualTo("payout");
    assertThat(ask("payout", "SHOW fsync")).isEqualTo("on");
    assertThat(ask("payout", "SHOW server_version")).startsWith("18.");
    assertThat(
            ask(
                "payout",
                "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname ="
                    + " 'payout'"))
        .isEqualTo("bC.UTF-8");
    assertThat(refused("earnings", "payout")).contains("permission denied for database");
  }

  @Test
  void aSecondStartLeavesWhatRunsAlone() {
    start();
    Map<String, ProcessId> before = running();

    start();

    assertThat(running()).isEqualTo(before);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("runs already");
  }

  @Test
  void aKilledServerGoesOnWithItsData() throws Exception {
    start();
    execute("payout", "CREATE TABLE IF NOT EXISTS kept (id int)");
    execute("payout", "INSERT INTO kept VALUES (42)");
    createTopic("kept");
    ProcessId postgres = running().get("postgres");
    running().values().forEach(process -> Ending.end(process, "KILL", PATIENCE));

    start();

    assertThat(ask("payout", "SELECT max(id) FROM kept")).isEqualTo("42");
    assertThat(topics()).contains("kept");
    assertThat(running().get("postgres")).isNotEqualTo(postgres);
  }

  @Test
  void aServerWhosePidFileIsLostIsEndedAndStartedAnew() throws SQLException {
    start();
    Map<String, ProcessId> before = running();
    before.keySet().forEach(pidFiles::delete);

    start();

    assertThat(before.values()).noneMatch(ProcessId::alive);
    assertThat(ask("payout", "SELECT 1")).isEqualTo("1");
  }

  @Test
  void aChangedPortStartsOnlyThatPartAnew() throws IOException {
    start();
    Map<String, ProcessId> before = running();
    Ports other = ports.with(List.of("kafka=" + freePort()));
    Stack changed =
        new Stack(List.of(List.of(new Postgres(home, other, secrets), new Kafka(home, other))));

    new Starter(home, changed, progress()).start(other);

    assertThat(running().get("postgres")).isEqualTo(before.get("postgres"));
    assertThat(running().get("kafka")).isNotEqualTo(before.get("kafka"));
    assertThat(new Strays(home).find()).hasSize(2);
  }

  private void start() {
    new Starter(home, stack, progress()).start(ports);
  }

  private Progress progress() {
    return new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
  }

  private Map<String, ProcessId> running() {
    return Map.of(
        "postgres", pidFiles.alive("postgres").orElseThrow().process(),
        "kafka", pidFiles.alive("kafka").orElseThrow().process());
  }

  private String ask(String database, String query) throws SQLException {
    try (Connection connection = connect(database, database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  private void execute(String database, String sql) throws SQLException {
    try (Connection connection = connect(database, database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String refused(String role, String database) {
    try (Connection connection = connect(role, database)) {
      return "not refused: " + connection;
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private Connection connect(String role, String database) throws SQLException {
    return DriverManager.getConnection(
        new Addresses(ports).jdbc(database), role, secrets.databasePassword(role));
  }

  private void createTopic(String name) throws Exception {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(20, TimeUnit.SECONDS);
    }
  }

  private Set<String> topics() throws Exception {
    try (Admin admin = admin()) {
      return admin.listTopics().names().get(20, TimeUnit.SECONDS);
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + ports.of(Port.KAFKA)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
