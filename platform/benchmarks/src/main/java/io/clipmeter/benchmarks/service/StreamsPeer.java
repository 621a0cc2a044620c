package io.clipmeter.benchmarks.service;

import io.clipmeter.benchmarks.engine.Child;
import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.streams.EarningsTopology;
import io.clipmeter.benchmarks.streams.StreamsProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The Kafka Streams program, in a process of its own that stands still unless it is let go on. */
public final class StreamsPeer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Pattern LISTENS = Pattern.compile(StreamsProgram.LISTENS);

  private final Child process;
  private final Admin admin;

  private StreamsPeer(Child process, Admin admin) {
    this.process = process;
    this.admin = admin;
  }

  /** Starts it with its topics, and returns when it hears them. */
  public static StreamsPeer start(Engines engines) throws Exception {
    engines.kafka().create(EarningsTopology.HEARD, EarningsService.PARTITIONS);
    engines.kafka().create(List.of(EarningsTopology.TOLD), EarningsService.PARTITIONS);
    String servers = engines.kafka().servers();
    List<String> arguments =
        List.of(
            // What the service has, its peer has.
            DeliveredJar.of("earnings-service").options(),
            "-Xmx1g",
            // RocksDB unpacks its library there, and nobody cleans up behind who is killed.
            "-Djava.io.tmpdir=" + engines.folder(),
            "-cp",
            System.getProperty("java.class.path"),
            StreamsProgram.class.getName(),
            servers,
            engines.folder().resolve("streams").toString());
    Child process = engines.own(() -> Child.java("kafka-streams", arguments, engines.folder()));
    process.await("it ran", () -> process.said(LISTENS).isPresent(), PATIENCE);
    return new StreamsPeer(
        process, Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers)));
  }

  /**
   * Waits until everything before these ends is committed, which commits with it what came of it.
   *
   * @param ends of all that it hears
   */
  public void awaitCommitted(Map<TopicPartition, Long> ends) throws InterruptedException {
    process.await("it committed all that it heard", () -> committed(ends), PATIENCE);
  }

  private boolean committed(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, OffsetAndMetadata> places = places();
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata place = places.get(end.getKey());
              return end.getValue() <= (place == null ? 0 : place.offset());
            });
  }

  private Map<TopicPartition, OffsetAndMetadata> places() {
    try {
      return admin
          .listConsumerGroupOffsets(StreamsProgram.APPLICATION)
          .partitionsToOffsetAndMetadata()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker doesn't tell how far it is", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }

  /** Takes the processor away from it. */
  public void pause() throws IOException, InterruptedException {
    process.pause();
  }

  /** Lets it go on. */
  public void resume() throws IOException, InterruptedException {
    process.resume();
  }

  @Override
  public void close() {
    admin.close();
  }
}
