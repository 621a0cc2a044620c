package io.clipmeter.benchmarks.service;

import io.clipmeter.benchmarks.engine.Child;
import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.engine.Postgres.Database;
import io.clipmeter.events.Topic;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The earnings service as it is delivered: its jar, in a process of its own, with its own settings
 * except for where things are. It stands still unless it is let go on, so that it takes nothing
 * from the other sides.
 */
public final class EarningsService {
  /** Of every topic, as the local stack has it. */
  public static final int PARTITIONS = 6;

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xmx1g");

  /** Who stands still for minutes must not lose its partitions for it. */
  private static final List<String> STANDING_STILL =
      List.of(
          "--spring.kafka.consumer.properties.session.timeout.ms=1200000",
          "--spring.kafka.consumer.properties.max.poll.interval.ms=1800000");

  private final Child process;
  private final Database database;

  private EarningsService(Child process, Database database) {
    this.process = process;
    this.database = database;
  }

  /** Starts it with the topics that it hears, and returns when it hears them all. */
  public static EarningsService start(Engines engines) throws Exception {
    List<String> heard =
        Stream.of(Topic.CAMPAIGNS, Topic.SUBMISSIONS, Topic.TRACKING_ROUNDS, Topic.VIEW_UPDATES)
            .map(Topic::topicName)
            .toList();
    engines.kafka().create(heard, PARTITIONS);
    Database database = engines.postgres().create("earnings");
    List<String> arguments = new ArrayList<>(JVM);
    arguments.addAll(List.of("-jar", jar().toString()));
    arguments.addAll(settings(engines, database));
    Child process = engines.own(() -> Child.java("earnings", arguments, engines.folder()));
    EarningsService service = new EarningsService(process, database);
    service.await("it heard its topics", () -> service.hears(heard.size()));
    return service;
  }

  private static List<String> settings(Engines engines, Database database) {
    List<String> settings = new ArrayList<>(STANDING_STILL);
    settings.add("--spring.datasource.url=" + database.url());
    settings.add("--spring.datasource.username=" + database.user());
    settings.add("--spring.datasource.password=" + database.password());
    settings.add("--spring.kafka.bootstrap-servers=" + engines.kafka().servers());
    settings.add("--clipmeter.kafka.partitions=" + PARTITIONS);
    settings.add("--clipmeter.kafka.replication-factor=1");
    settings.add("--server.address=127.0.0.1");
    settings.add("--server.port=0");
    settings.add("--management.server.address=127.0.0.1");
    settings.add("--management.server.port=0");
    // Nobody calls its HTTP API here, so nobody ever asks for these keys.
    String issuer = "http://127.0.0.1:9";
    settings.add("--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer);
    settings.add("--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + issuer + "/jwks");
    return settings;
  }

  /** Maven puts it on this program's class path, which is only a way to say where it is. */
  private static Path jar() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(path -> path.getFileName().toString().matches("earnings-service-.*\\.jar"))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The earnings service is not packaged: ./mvnw -DskipTests -pl"
                        + " platform/benchmarks -am package"));
  }

  private boolean hears(int topics) {
    return migrated()
        && one("SELECT count(DISTINCT topic) FROM chassis.consumer_offset") == topics
        && one("SELECT count(*) FROM chassis.consumer_offset") == (long) topics * PARTITIONS;
  }

  private boolean migrated() {
    return one("SELECT count(*) FROM pg_tables WHERE tablename = 'consumer_offset'") == 1;
  }

  private long one(String question) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(question, e);
    }
  }

  /** Its database, to look at. */
  public Database database() {
    return database;
  }

  /** Takes the processor away from it. */
  public void pause() throws IOException, InterruptedException {
    process.pause();
  }

  /** Lets it go on. */
  public void resume() throws IOException, InterruptedException {
    process.resume();
  }

  /** Waits until the answer is yes, as long as the service lives. */
  public void await(String what, BooleanSupplier question) throws InterruptedException {
    process.await(what, question, PATIENCE);
  }
}
