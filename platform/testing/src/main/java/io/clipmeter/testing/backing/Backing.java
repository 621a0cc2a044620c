package io.clipmeter.testing.backing;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** What stands behind the engines in this JVM: containers or embedded servers. */
public enum Backing {
  /** Testcontainers, with the official images. */
  DOCKER {
    @Override
    public Database freshDatabase(boolean durable) {
      return DockerEngines.freshDatabase(durable);
    }

    @Override
    public Broker startBroker() {
      return DockerEngines.startBroker();
    }

    @Override
    public void end() {
      DockerEngines.end();
    }
  },

  /** The same servers from Maven Central: PostgreSQL as a process, Kafka in this JVM. */
  EMBEDDED {
    @Override
    public Database freshDatabase(boolean durable) {
      return EmbeddedEngines.freshDatabase(durable);
    }

    @Override
    public Broker startBroker() {
      return EmbeddedEngines.startBroker();
    }

    @Override
    public void end() {
      EmbeddedEngines.end();
    }
  };

  /** How long a server may take to start: on a busy machine, far longer than its makers think. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Once<Backing> CHOSEN =
      new Once<>(() -> choose(System.getProperty("test.backing", "auto")));

  /** The choice of {@code -Dtest.backing}, made once: a test run is all of one kind. */
  public static Backing chosen() {
    return CHOSEN.get();
  }

  static Backing choose(String wish) {
    return switch (wish.toLowerCase(Locale.ROOT)) {
      case "docker" -> DOCKER;
      case "embedded" -> EMBEDDED;
      case "auto" -> dockerUnless(DockerDaemon.ofThisMachine().obstacle());
      default ->
          throw new IllegalArgumentException(
              "test.backing must be auto, docker or embedded, not '" + wish + "'");
    };
  }

  private static Backing dockerUnless(Optional<String> obstacle) {
    obstacle.ifPresent(
        reason ->
            LoggerFactory.getLogger(Backing.class)
                .info("Tests run on embedded engines, because {}", reason));
    return obstacle.isPresent() ? EMBEDDED : DOCKER;
  }

  /** A new empty database, on a server that all contexts of this JVM share. */
  public abstract Database freshDatabase(boolean durable);

  /** A broker for one context. */
  public abstract Broker startBroker();

  /** Stops the database servers, if any was started; they start anew when needed again. */
  public abstract void end();
}
