package io.clipmeter.chassis.inbox;

import static io.clipmeter.chassis.app.ProbeApplication.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.chassis.app.ProbeApplication;
import io.clipmeter.chassis.app.ProbeListener;
import io.clipmeter.testing.WithEngines;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithEngines
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.consumer.properties.metadata.max.age.ms=1000",
      "spring.kafka.consumer.properties.session.timeout.ms=6000",
      "spring.kafka.consumer.properties.heartbeat.interval.ms=1000"
    })
class OutsideIT {
  private static final int LARGE = 200_000;

  private final ProbeListener listener;
  private final LogStage stage;

  OutsideIT(
      @Autowired ProbeListener listener,
      @Autowired KafkaConnectionDetails kafka,
      @Autowired JdbcClient jdbc,
      @Autowired MeterRegistry meters,
      @Autowired Consumers consumers) {
    this.listener = listener;
    String servers = String.join(",", kafka.getConsumer().getBootstrapServers());
    this.stage = new LogStage(servers, jdbc, meters, consumers);
  }

  @BeforeEach
  void begin() {
    stage.begin(List.of(TOPIC));
  }

  @Test
  void aTopicMadeAnewIsNotReadWhereItEndsBeforeTheStoredOffset() {
    readThree();
    stage.consumers().stop();
    stage.makeAnew(TOPIC);
    stage.send(TOPIC, 0, "zero", 4);

    stage.consumers().start();
    stage.send(TOPIC, 1, "one", 1);

    stage.awaitEffects("one", 1L);
    stage.awaitOutside(TOPIC, 1);
    assertThat(stage.effects("zero")).containsExactly(1L, 2L, 3L);
    assertThat(stage.stored(TOPIC, 0)).isEqualTo(3);

    stage.decide(TOPIC, 0, 0);
    stage.awaitEffects("zero", 1L, 2L, 3L, 4L);
    stage.awaitOutside(TOPIC, 0);
  }

  @Test
  void aLogThatHasGrownOverTheGapIsStillNotTakenForTheOld() {
    readThree();
    stage.consumers().stop();
    stage.makeAnew(TOPIC);
    stage.consumers().start();
    stage.awaitOutside(TOPIC, 1);
    LongStream.rangeClosed(4, 8).forEach(n -> stage.send(TOPIC, 0, "zero", n));

    stage.restart();
    stage.send(TOPIC, 1, "one", 1);

    stage.awaitEffects("one", 1L);
    stage.awaitOutside(TOPIC, 1);
    assertThat(stage.effects("zero")).containsExactly(1L, 2L, 3L);
    stage.decide(TOPIC, 0, 0);
    stage.awaitEffects("zero", 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
  }

  @Test
  void aTopicMadeAnewUnderARunningConsumerIsNotReadEither() {
    readThree();
    stage.makeAnew(TOPIC);

    stage.awaitOutside(TOPIC, 1);
    stage.send(TOPIC, 0, "zero", 4);
    stage.send(TOPIC, 1, "one", 1);
    stage.awaitEffects("one", 1L);
    assertThat(stage.effects("zero")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void recordsThatAreGoneBeforeTheyWereReadAreNotPassedOver() {
    readThree();
    stage.consumers().stop();
    LongStream.rangeClosed(4, 8).forEach(n -> stage.send(TOPIC, 0, "zero", n));
    stage.removeBefore(TOPIC, 0, 5);

    stage.consumers().start();
    stage.send(TOPIC, 1, "one", 1);

    stage.awaitEffects("one", 1L);
    stage.awaitOutside(TOPIC, 1);
    assertThat(stage.effects("zero")).containsExactly(1L, 2L, 3L);
    stage.decide(TOPIC, 0, 5);
    stage.awaitEffects("zero", 1L, 2L, 3L, 6L, 7L, 8L);
    stage.awaitOutside(TOPIC, 0);
  }

  @Test
  void recordsThatGoWhileTheirReaderIsHeldUpAreNotPassedOver() {
    stage.consumers().stop();
    listener.waitOnFailure(true);
    stage.send(TOPIC, 0, "held", -1, LARGE);
    LongStream.range(1, 30).forEach(n -> stage.send(TOPIC, 0, "held", n, LARGE));
    stage.consumers().start();
    await().atMost(LogStage.PATIENCE).until(() -> listener.refusals("held") > 0);
    stage.removeBefore(TOPIC, 0, 25);

    listener.waitOnFailure(false);
    stage.send(TOPIC, 1, "one", 1);

    stage.awaitOutside(TOPIC, 1);
    stage.awaitEffects("one", 1L);
    long stood = stage.stored(TOPIC, 0);
    assertThat(stood).isBetween(1L, 24L);
    assertThat(stage.effects("held")).isEqualTo(LongStream.range(1, stood).boxed().toList());
    stage.decide(TOPIC, 0, 25);
    await()
        .atMost(LogStage.PATIENCE)
        .until(() -> stage.effects("held").containsAll(List.of(25L, 26L, 27L, 28L, 29L)));
  }

  @Test
  void whoBeginsAnewBeginsWithWhatIsStillThere() {
    stage.consumers().stop();
    LongStream.rangeClosed(1, 5).forEach(n -> stage.send(TOPIC, 0, "zero", n));
    stage.removeBefore(TOPIC, 0, 3);

    stage.consumers().start();

    stage.awaitEffects("zero", 4L, 5L);
    assertThat(stage.outside(TOPIC)).isZero();
  }

  @Test
  void aTopicThatComesLaterIsReadFromItsBeginning() {
    stage.consumers().stop();
    stage.delete(TOPIC);
    stage.jdbc().sql("TRUNCATE chassis.consumer_offset").update();
    stage.consumers().start();

    stage.create(TOPIC);
    stage.send(TOPIC, 0, "zero", 1);

    stage.awaitEffects("zero", 1L);
    assertThat(stage.outside(TOPIC)).isZero();
  }

  private void readThree() {
    LongStream.rangeClosed(1, 3).forEach(n -> stage.send(TOPIC, 0, "zero", n));
    stage.awaitEffects("zero", 1L, 2L, 3L);
  }
}
