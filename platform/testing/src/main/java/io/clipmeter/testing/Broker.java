package io.clipmeter.testing;

/** A running Kafka broker; {@code stop} ends it. */
record Broker(String bootstrapServers, Runnable stop) {

  void close() {
    stop.run();
  }
}
