package io.clipmeter.testing;

import java.util.Locale;

/** What stands behind the engines in this JVM: containers or embedded servers. */
enum Backing {
  /** Testcontainers, with the official images. */
  DOCKER {
    @Override
    Database freshDatabase(boolean durable) {
      return DockerEngines.freshDatabase(durable);
    }

    @Override
    Broker startBroker() {
      return DockerEngines.startBroker();
    }
  },

  /** The same servers from Maven Central: PostgreSQL as a process, Kafka in this JVM. */
  EMBEDDED {
    @Override
    Database freshDatabase(boolean durable) {
      return EmbeddedEngines.freshDatabase(durable);
    }

    @Override
    Broker startBroker() {
      return EmbeddedEngines.startBroker();
    }
  };

  private static final Once<Backing> CHOSEN =
      new Once<>(() -> choose(System.getProperty("test.backing", "auto")));

  /** The choice of {@code -Dtest.backing}, made once: a test run is all of one kind. */
  static Backing chosen() {
    return CHOSEN.get();
  }

  static Backing choose(String wish) {
    return switch (wish.toLowerCase(Locale.ROOT)) {
      case "docker" -> DOCKER;
      case "embedded" -> EMBEDDED;
      case "auto" -> DockerDaemon.ofThisMachine().servesOurImages() ? DOCKER : EMBEDDED;
      default ->
          throw new IllegalArgumentException(
              "test.backing must be auto, docker or embedded, not '" + wish + "'");
    };
  }

  /** A new empty database, on a server that all contexts of this JVM share. */
  abstract Database freshDatabase(boolean durable);

  /** A broker for one context. */
  abstract Broker startBroker();
}
