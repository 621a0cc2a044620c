package io.clipmeter.chassis.inbox;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import tools.jackson.databind.json.JsonMapper;

/** Records that were read and wait to be taken into a memory, in the order in which they came. */
final class ReadAhead {
  /** Enough for the next transaction, and not too much for the heap. */
  private static final int RECORDS = 10_000;

  private static final long BYTES = 4L << 20;

  /**
   * A record.
   *
   * @param intake takes it in; throws where it is poison
   */
  record Entry(ConsumerRecord<byte[], byte[]> record, Runnable intake) {}

  private final JsonMapper json;
  private final List<List<Entry>> ofPartitions = new ArrayList<>();
  private int size;
  private long bytes;

  ReadAhead(JsonMapper json) {
    this.json = json;
  }

  void read(ConsumerRecords<byte[], byte[]> records, Gathering memory) {
    records
        .partitions()
        .forEach(
            part ->
                ofPartitions.add(
                    records.records(part).stream().map(each -> read(each, memory)).toList()));
    size += records.count();
  }

  private Entry read(ConsumerRecord<byte[], byte[]> record, Gathering memory) {
    bytes += Math.max(0, record.serializedValueSize());
    try {
      return new Entry(record, memory.read(new Received(record, json)));
    } catch (RuntimeException | StackOverflowError poison) {
      return new Entry(
          record,
          () -> {
            throw poison;
          });
    }
  }

  int size() {
    return size;
  }

  boolean enough() {
    return size >= RECORDS || bytes >= BYTES;
  }

  /** All that wait, those of one partition together; none waits any more. */
  List<List<Entry>> take() {
    List<List<Entry>> taken = List.copyOf(ofPartitions);
    clear();
    return taken;
  }

  void clear() {
    ofPartitions.clear();
    size = 0;
    bytes = 0;
  }
}
