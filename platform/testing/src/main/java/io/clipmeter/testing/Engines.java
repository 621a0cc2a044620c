package io.clipmeter.testing;

import io.clipmeter.testing.backing.Backing;
import io.clipmeter.testing.backing.Broker;
import io.clipmeter.testing.backing.BrokerSettings;
import io.clipmeter.testing.backing.Database;
import io.clipmeter.testing.backing.Once;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The engines of one test context: a fresh database, a broker, an issuer.
 *
 * <p>A bean of every context with {@link WithEngines}; a test that starts a second instance of its
 * service hands {@link #properties()} to it. Without Spring: {@code try (var engines =
 * Engines.fresh())}. Each engine starts at its first use.
 */
public final class Engines implements AutoCloseable {

  /** Partitions of a topic in tests, for topics that the chassis creates and for all others. */
  public static final int PARTITIONS = BrokerSettings.PARTITIONS;

  private final Once<Database> database;
  private final Once<Broker> broker;
  private final Map<String, Supplier<String>> values = new TreeMap<>();

  private Engines(boolean postgres, boolean kafka, boolean durable) {
    database = new Once<>(() -> Backing.chosen().freshDatabase(durable));
    broker = new Once<>(() -> Backing.chosen().startBroker());
    if (postgres) {
      values.put("spring.datasource.url", this::jdbcUrl);
      values.put("spring.datasource.username", this::username);
      values.put("spring.datasource.password", this::password);
    }
    if (kafka) {
      values.put("spring.kafka.bootstrap-servers", this::bootstrapServers);
      values.put("clipmeter.kafka.partitions", () -> String.valueOf(PARTITIONS));
      values.put("clipmeter.kafka.replication-factor", () -> "1");
    }
    values.put("management.server.port", () -> "0");
    values.putAll(TestTokens.properties());
  }

  /** A database that is fast and may lose its data in a crash, and a broker. */
  public static Engines fresh() {
    return new Engines(true, true, false);
  }

  /** A database that survives a crash of its server, and a broker. */
  public static Engines durable() {
    return new Engines(true, true, true);
  }

  static Engines of(boolean postgres, boolean kafka, boolean durable) {
    return new Engines(postgres, kafka, durable);
  }

  /** The address of this context's own database. */
  public String jdbcUrl() {
    return database.get().jdbcUrl();
  }

  /** The superuser of the server. */
  public String username() {
    return database.get().username();
  }

  /** The password of {@link #username()}. */
  public String password() {
    return database.get().password();
  }

  /** Host and port of this context's own broker. */
  public String bootstrapServers() {
    return broker.get().bootstrapServers();
  }

  /**
   * What a service needs to run on these engines; starts them. Keys: {@code spring.datasource.{url,
   * username, password}}, {@code spring.kafka.bootstrap-servers}, {@code
   * clipmeter.kafka.{partitions, replication-factor}}, {@code management.server.port} (0), {@code
   * spring.security.oauth2.resourceserver.jwt.{issuer-uri, jwk-set-uri, audiences}}.
   */
  public Map<String, String> properties() {
    var all = new TreeMap<String, String>();
    values.forEach((key, value) -> all.put(key, value.get()));
    return all;
  }

  String[] keys() {
    return values.keySet().toArray(String[]::new);
  }

  /** The value of one key, null for a key that is not ours; starts the engine it belongs to. */
  @Nullable String value(String key) {
    Supplier<String> value = values.get(key);
    return value == null ? null : value.get();
  }

  /** Ends the broker, if it was started. The server of the database ends with the test run. */
  @Override
  public void close() {
    broker.end(Broker::close);
  }
}
