package io.clipmeter.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.app.ProbeApplication;
import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.testing.WithEngines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

@WithEngines
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DeadLettersIT {
  @Autowired Outbox outbox;
  @Autowired TransactionTemplate transactions;

  @Test
  void whatWasRolledBackIsNotCountedAsSetAside() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    DeadLetters letters = new DeadLetters(outbox, meters);
    byte[] key = "counted".getBytes(StandardCharsets.UTF_8);
    var record = new ConsumerRecord<>(ProbeApplication.TOPIC, 0, 0, key, key);
    letters.expect("probe-probes", ProbeApplication.TOPIC);

    transactions.executeWithoutResult(
        status -> {
          letters.add("probe-probes", record, new IllegalStateException());
          status.setRollbackOnly();
        });
    assertThat(meters.get("clipmeter.dead.letters").counter().count()).isZero();

    transactions.executeWithoutResult(
        status -> letters.add("probe-probes", record, new IllegalStateException()));
    assertThat(meters.get("clipmeter.dead.letters").counter().count()).isEqualTo(1);
  }
}
