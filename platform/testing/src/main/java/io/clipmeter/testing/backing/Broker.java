package io.clipmeter.testing.backing;

/**
 * A running Kafka broker.
 *
 * @param bootstrapServers host and port
 * @param stop ends it
 */
public record Broker(String bootstrapServers, Runnable stop) implements AutoCloseable {

  @Override
  public void close() {
    stop.run();
  }
}
