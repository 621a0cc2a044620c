package io.clipmeter.chassis.inbox;

import static io.clipmeter.chassis.app.PairGatherer.LEFTS;
import static io.clipmeter.chassis.app.PairGatherer.RIGHTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.chassis.app.PairGatherer;
import io.clipmeter.chassis.app.ProbeApplication;
import io.clipmeter.testing.WithEngines;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WithEngines
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.consumer.properties.metadata.max.age.ms=1000",
      "spring.kafka.consumer.properties.session.timeout.ms=6000",
      "spring.kafka.consumer.properties.heartbeat.interval.ms=1000"
    })
class OutsideGatheringIT {
  private static final int LARGE = 200_000;

  private final PairGatherer pairs;
  private final LogStage stage;
  private final TransactionTemplate transaction;

  OutsideGatheringIT(
      @Autowired PairGatherer pairs,
      @Autowired KafkaConnectionDetails kafka,
      @Autowired JdbcClient jdbc,
      @Autowired MeterRegistry meters,
      @Autowired Consumers consumers,
      @Autowired TransactionTemplate transaction) {
    this.pairs = pairs;
    String servers = String.join(",", kafka.getConsumer().getBootstrapServers());
    this.stage = new LogStage(servers, jdbc, meters, consumers);
    this.transaction = transaction;
  }

  @BeforeEach
  void begin() {
    stage.begin(List.of(LEFTS, RIGHTS));
  }

  @Test
  void aTopicMadeAnewIsNotReadWhereItEndsBeforeTheStoredOffset() {
    pair(0, "old");
    pair(0, "older");
    stage.awaitEffects("old", 1L);
    stage.awaitEffects("older", 1L);
    stage.consumers().stop();
    stage.makeAnew(LEFTS);

    stage.consumers().start();
    pair(0, "new");
    pair(1, "elsewhere");

    stage.awaitEffects("elsewhere", 1L);
    stage.awaitOutside(LEFTS, 1);
    assertThat(stage.outside(RIGHTS)).isZero();
    await().atMost(LogStage.PATIENCE).until(pairs::caughtUp);
    assertThat(stage.effects("new")).isEmpty();
    stage.decide(LEFTS, 0, 0);
    stage.awaitEffects("new", 1L);
    stage.awaitOutside(LEFTS, 0);
  }

  @Test
  void recordsThatAreGoneBeforeTheyWereReadAreNotPassedOver() {
    pair(0, "old");
    stage.awaitEffects("old", 1L);
    stage.consumers().stop();
    pair(0, "gone");
    pair(0, "there");
    stage.removeBefore(LEFTS, 0, 2);

    stage.consumers().start();
    pair(1, "elsewhere");

    stage.awaitEffects("elsewhere", 1L);
    stage.awaitOutside(LEFTS, 1);
    assertThat(stage.effects("there")).isEmpty();
    stage.decide(LEFTS, 0, 2);
    stage.awaitEffects("there", 1L);
    assertThat(stage.effects("gone")).isEmpty();
  }

  @Test
  void recordsThatGoWhileTheirReaderIsHeldUpAreNotPassedOver() {
    transaction.executeWithoutResult(
        status -> {
          stage.jdbc().sql("LOCK TABLE effect").update();
          pair(0, "held");
          for (int n = 1; n < 30; n++) {
            stage.send(LEFTS, 0, "left " + n, 1, LARGE);
          }
          stage.removeBefore(LEFTS, 0, 25);
        });
    stage.send(RIGHTS, 0, "left 29", 1);
    pair(1, "elsewhere");

    stage.awaitEffects("elsewhere", 1L);
    stage.awaitOutside(LEFTS, 1);
    stage.awaitEffects("held", 1L);
    assertThat(stage.effects("left 29")).isEmpty();
    assertThat(stage.stored(LEFTS, 0)).isLessThan(25);
    stage.decide(LEFTS, 0, 25);
    stage.awaitEffects("left 29", 1L);
  }

  private void pair(int part, String name) {
    stage.send(LEFTS, part, name, 1);
    stage.send(RIGHTS, part, name, 1);
  }
}
