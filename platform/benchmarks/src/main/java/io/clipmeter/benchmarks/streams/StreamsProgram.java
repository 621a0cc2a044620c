package io.clipmeter.benchmarks.streams;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topology in a process of its own: {@code StreamsProgram SERVERS FOLDER}. */
public final class StreamsProgram {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsProgram.class);

  /** The consumer group, and what the changelogs' names begin with. */
  public static final String APPLICATION = "streams-peer";

  /** It says so when it listens. */
  public static final String LISTENS = "the topology is running";

  /** As many as the machines have cores that the figures were made for. */
  private static final int THREADS = 2;

  /** Who stands still for minutes must not lose its partitions or transactions for it. */
  private static final Map<String, Object> STANDING_STILL =
      Map.of(
          StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 1_200_000,
          StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), 1_800_000,
          StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 900_000);

  private StreamsProgram() {}

  /** Runs until it is ended, or until a thread fails. */
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch failed = new CountDownLatch(1);
    try (KafkaStreams streams =
        new KafkaStreams(EarningsTopology.make(), settings(args[0], args[1]))) {
      streams.setUncaughtExceptionHandler(
          failure -> {
            LOG.error("the topology failed", failure);
            failed.countDown();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
          });
      streams.setStateListener(
          (now, before) -> {
            if (now == State.RUNNING) {
              LOG.info(LISTENS);
            }
          });
      streams.start();
      failed.await();
    }
    System.exit(1);
  }

  private static Properties settings(String servers, String folder) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    settings.putAll(STANDING_STILL);
    return settings;
  }
}
