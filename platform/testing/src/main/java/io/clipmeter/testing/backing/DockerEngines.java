package io.clipmeter.testing.backing;

import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.TestcontainersConfiguration;

/** PostgreSQL and Kafka in containers of the official images. */
final class DockerEngines {

  private static final String POSTGRES_IMAGE = "postgres:18";
  private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";

  private static final Once<PostgreSQLContainer> QUICK = new Once<>(() -> startServer(false));
  private static final Once<PostgreSQLContainer> DURABLE = new Once<>(() -> startServer(true));

  private DockerEngines() {}

  /**
   * What must be there; the reaper is Testcontainers' own, which removes what a killed JVM leaves.
   */
  static List<String> images(boolean withReaper) {
    return withReaper
        ? List.of(
            POSTGRES_IMAGE, KAFKA_IMAGE, TestcontainersConfiguration.getInstance().getRyukImage())
        : List.of(POSTGRES_IMAGE, KAFKA_IMAGE);
  }

  static void end() {
    QUICK.end(GenericContainer::stop);
    DURABLE.end(GenericContainer::stop);
  }

  static Database freshDatabase(boolean durable) {
    PostgreSQLContainer server = (durable ? DURABLE : QUICK).get();
    var administration = new PGSimpleDataSource();
    administration.setUrl(server.getJdbcUrl());
    administration.setUser(server.getUsername());
    administration.setPassword(server.getPassword());
    String name = FreshDatabases.create(administration);
    String url =
        "jdbc:postgresql://%s:%d/%s"
            .formatted(
                server.getHost(), server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), name);
    return new Database(url, server.getUsername(), server.getPassword());
  }

  private static PostgreSQLContainer startServer(boolean durable) {
    List<String> command = new ArrayList<>(List.of("postgres"));
    PostgresSettings.of(durable)
        .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    var server = new PostgreSQLContainer(POSTGRES_IMAGE);
    server.withStartupTimeout(Backing.PATIENCE);
    server.setCommand(command.toArray(String[]::new));
    server.start();
    return server;
  }

  static Broker startBroker() {
    var broker = new KafkaContainer(KAFKA_IMAGE);
    broker.withStartupTimeout(Backing.PATIENCE);
    BrokerSettings.all()
        .forEach((name, value) -> broker.addEnv(BrokerSettings.variable(name), value));
    broker.start();
    return new Broker(broker.getBootstrapServers(), broker::stop);
  }
}
