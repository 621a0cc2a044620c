package io.clipmeter.benchmarks.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Side;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The least that sending can cost: records that are ready in memory, and the relay's settings. */
final class ProducerSide implements Side<List<Message>>, AutoCloseable {
  static final String NAME = "bare_producer";

  private final StartLine line;
  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Arrivals arrivals;

  ProducerSide(String servers, String topic, StartLine line) {
    this.line = line;
    this.topic = topic;
    this.arrivals = new Arrivals(NAME, servers, topic);
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                2),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Run run(List<Message> messages) throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = messages.stream().map(this::record).toList();
    List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(records.size());
    Map<TopicPartition, Long> before = arrivals.ends();
    Stopwatch watch = line.start();
    records.forEach(record -> acknowledgements.add(producer.send(record)));
    producer.flush();
    for (Future<RecordMetadata> acknowledgement : acknowledgements) {
      acknowledgement.get();
    }
    Run run = watch.stop(messages.size());
    arrivals.prove(before, messages);
    return run;
  }

  private ProducerRecord<byte[], byte[]> record(Message message) {
    var record =
        new ProducerRecord<>(topic, message.key().getBytes(UTF_8), message.value().getBytes(UTF_8));
    message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  @Override
  public void close() {
    producer.close();
    arrivals.close();
  }
}
