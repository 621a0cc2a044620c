package io.clipmeter.chassis.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What becomes of gathered records that could neither be applied nor kept together: they are read
 * once more and kept as they come, in the worst case one by one. One that cannot be kept alone
 * either is set aside. Without it, one such record would stop its consumer for ever.
 */
final class SingleKeeping {
  private static final Logger LOG = LoggerFactory.getLogger(SingleKeeping.class);

  private final Gatherer gatherer;
  private final GatheredTables tables;
  private final JsonMapper json;

  /** What follows the last record of each partition that is dealt with here. */
  private final Map<TopicPartition, Long> until = new HashMap<>();

  SingleKeeping(Gatherer gatherer, GatheredTables tables, JsonMapper json) {
    this.gatherer = gatherer;
    this.tables = tables;
    this.json = json;
  }

  /** From now on this is for all records before these places. */
  void begin(Map<TopicPartition, Long> positions) {
    until.putAll(positions);
  }

  /** Whether this is the place for the record. */
  boolean isFor(ConsumerRecord<byte[], byte[]> record) {
    Long end = until.get(new TopicPartition(record.topic(), record.partition()));
    return end != null && record.offset() < end;
  }

  /**
   * Keeps records of one partition and moves its offset behind them.
   *
   * @param records in their order
   */
  void keep(List<ConsumerRecord<byte[], byte[]>> records) {
    if (records.isEmpty()) {
      return;
    }
    try {
      keepTogether(records);
    } catch (RuntimeException | StackOverflowError failure) {
      if (Retry.worthwhile(failure)) {
        throw failure;
      }
      LOG.warn("keeping {} records one by one: {}", records.size(), failure.toString());
      records.forEach(this::keepOrSetAside);
    }
  }

  private void keepTogether(List<ConsumerRecord<byte[], byte[]>> records) {
    Gathering memory = gatherer.gathering();
    records.forEach(record -> take(memory, record));
    tables.past(records, memory::keep);
  }

  private void take(Gathering memory, ConsumerRecord<byte[], byte[]> record) {
    try {
      memory.read(new Received(record, json)).run();
    } catch (RuntimeException | StackOverflowError poison) {
      tables.setAside(record, poison);
    }
  }

  private void keepOrSetAside(ConsumerRecord<byte[], byte[]> record) {
    try {
      keepTogether(List.of(record));
    } catch (RuntimeException | StackOverflowError failure) {
      if (Retry.worthwhile(failure)) {
        throw failure;
      }
      tables.setAsideAndPass(record, failure);
    }
  }
}
