package io.clipmeter.chassis.outbox;

import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Acknowledges each record but the one at this place, which it refuses; or none at all. */
final class FakeBroker extends MockProducer<byte[], byte[]> {
  static final int NONE = -1;
  static final int SILENT = -2;

  private final int refused;
  private int seen;

  FakeBroker(int refused) {
    super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    this.refused = refused;
  }

  @Override
  public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
    Future<RecordMetadata> acknowledgement = super.send(record);
    if (refused == seen++) {
      errorNext(new NotLeaderOrFollowerException("the broker is moving"));
    } else if (refused != SILENT) {
      completeNext();
    }
    return acknowledgement;
  }
}
