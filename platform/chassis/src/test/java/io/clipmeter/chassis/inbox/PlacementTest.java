package io.clipmeter.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.chassis.inbox.OutsidePolicy.Stored;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;

class PlacementTest {
  private static final TopicPartition ONE = new TopicPartition("clipping.probes.v1", 1);
  private static final TopicPartition TWO = new TopicPartition("clipping.probes.v1", 2);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Rows rows = new Rows();
  private final Standing standing = new Standing(meters);
  private final Placement placement = new Placement(topic -> "probe-probes", rows, standing);
  private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("none");

  /** A database in memory, away for as many questions as it is told. */
  private static final class Rows implements Places {
    private final Map<TopicPartition, Stored> stored = new HashMap<>();
    private int outages;
    private Runnable meanwhile = () -> {};

    @Override
    public Map<TopicPartition, Stored> begin(Collection<TopicPartition> parts) {
      if (outages-- > 0) {
        throw new TransientDataAccessResourceException("away");
      }
      meanwhile.run();
      return new HashMap<>(stored);
    }

    @Override
    public void stand(Map<TopicPartition, Long> offsets) {
      offsets.forEach((part, at) -> stored.put(part, new Stored(at, true)));
    }
  }

  @BeforeEach
  void twoPartitionsAreThere() {
    standing.expect("probe-probes", ONE.topic());
    kafka.assign(List.of(ONE, TWO));
    kafka.updateBeginningOffsets(Map.of(ONE, 5L, TWO, 5L));
    kafka.updateEndOffsets(Map.of(ONE, 9L, TWO, 9L));
    rows.stored.put(ONE, new Stored(7, false));
    rows.stored.put(TWO, new Stored(8, false));
  }

  @Test
  void whatIsOutsideIsPausedAndTheOthersAreNot() {
    rows.stored.put(ONE, new Stored(4, false));

    placement.place(kafka, kafka.assignment());

    assertThat(kafka.paused()).containsExactly(ONE);
    assertThat(kafka.position(TWO)).isEqualTo(8);
    assertThat(gauge()).isEqualTo(1);
    assertThat(rows.stored.get(ONE)).isEqualTo(new Stored(4, true));
    assertThat(rows.stored.get(TWO)).isEqualTo(new Stored(8, false));
  }

  @Test
  void aBrokerThatDoesNotAnswerIsAskedAgain() {
    kafka.setOffsetsException(new TimeoutException("no leader yet"));

    placement.place(kafka, kafka.assignment());

    assertThat(kafka.paused()).isEmpty();
    assertThat(kafka.position(ONE)).isEqualTo(7);
    assertThat(gauge()).isZero();
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsAskedAgain() {
    rows.outages = 2;

    placement.place(kafka, kafka.assignment());

    assertThat(kafka.position(ONE)).isEqualTo(7);
  }

  @Test
  void whatIsWrittenAndAppliedMeanwhileIsNotTakenForLost() {
    rows.meanwhile =
        () -> {
          kafka.updateEndOffsets(Map.of(ONE, 10L));
          rows.stored.put(ONE, new Stored(10, false));
        };

    placement.place(kafka, kafka.assignment());

    assertThat(kafka.paused()).isEmpty();
    assertThat(kafka.position(ONE)).isEqualTo(10);
  }

  @Test
  void aConsumerThatIsStoppedAsksNoLonger() {
    kafka.setOffsetsException(new WakeupException());

    assertThatThrownBy(() -> placement.place(kafka, kafka.assignment()))
        .isInstanceOf(WakeupException.class);
  }

  @Test
  void whatWasDecidedGoesOn() {
    rows.stored.put(ONE, new Stored(4, false));
    placement.place(kafka, kafka.assignment());
    rows.stored.put(ONE, new Stored(5, false));

    placement.place(kafka, kafka.assignment());

    assertThat(kafka.paused()).isEmpty();
    assertThat(kafka.position(ONE)).isEqualTo(5);
    assertThat(gauge()).isZero();
  }

  @Test
  void aLogThatLostConsumedRecordsAndGrewAgainIsStillAnother() {
    placement.place(kafka, kafka.assignment(), truncated(6));

    assertThat(kafka.paused()).containsExactly(ONE);
  }

  @Test
  void aLogThatLostOnlyWhatWasNotConsumedIsReadOn() {
    placement.place(kafka, kafka.assignment(), truncated(7));

    assertThat(kafka.paused()).isEmpty();
  }

  @Test
  void whatAnotherHasGotIsNotCountedHere() {
    rows.stored.put(ONE, new Stored(4, false));
    placement.place(kafka, kafka.assignment());

    placement.leave(new MockConsumer<byte[], byte[]>("none"), List.of(ONE));
    assertThat(gauge()).isEqualTo(1);
    placement.leave(kafka, List.of(ONE));

    assertThat(gauge()).isZero();
  }

  @Test
  void whoGoesOnEndsTheStandingOfOneThatIsGone() {
    rows.stored.put(ONE, new Stored(4, false));
    placement.place(kafka, kafka.assignment());
    rows.stored.put(ONE, new Stored(5, false));
    MockConsumer<byte[], byte[]> next = new MockConsumer<>("none");
    next.assign(List.of(ONE, TWO));
    next.updateBeginningOffsets(Map.of(ONE, 5L, TWO, 5L));
    next.updateEndOffsets(Map.of(ONE, 9L, TWO, 9L));

    placement.place(next, next.assignment());

    assertThat(gauge()).isZero();
  }

  @Test
  void aPlaceThatKafkaLosesInTheMiddleOfARunEndsThereAndNoThreadWithIt() {
    rows.stored.put(ONE, new Stored(4, false));

    new UntilItPasses(placement).handleOtherException(outOfRange(), kafka, container(), true);

    assertThat(kafka.paused()).containsExactly(ONE);
  }

  @Test
  void aBatchThatIsGivenUpForAnotherPartitionIsReadAgain() {
    rows.stored.put(ONE, new Stored(4, false));
    kafka.seek(TWO, 9);
    kafka.setPollException(outOfRange());
    var batch =
        new ConsumerRecords<byte[], byte[]>(
            Map.of(TWO, List.of(new ConsumerRecord<>(TWO.topic(), 2, 8, null, null))), Map.of());

    assertThatThrownBy(
            () ->
                new UntilItPasses(placement)
                    .handleBatch(
                        new IllegalStateException("away"), batch, kafka, container(), () -> {}))
        .isInstanceOf(OffsetOutOfRangeException.class);

    assertThat(kafka.position(TWO)).isEqualTo(8);
    assertThat(kafka.paused()).containsExactly(ONE);
  }

  @Test
  void theEndOfTriesDoesNotResumeWhatStandsStill() {
    rows.stored.put(ONE, new Stored(4, false));
    placement.place(kafka, kafka.assignment());
    var batch =
        new ConsumerRecords<byte[], byte[]>(
            Map.of(TWO, List.of(new ConsumerRecord<>(TWO.topic(), 2, 8, null, null))), Map.of());

    new UntilItPasses(placement)
        .handleBatch(new IllegalStateException("away"), batch, kafka, container(), () -> {});

    assertThat(kafka.paused()).containsExactly(ONE);
  }

  private static OffsetOutOfRangeException outOfRange() {
    return new OffsetOutOfRangeException(Map.of(ONE, 4L));
  }

  private static LogTruncationException truncated(long divergent) {
    return new LogTruncationException(
        Map.of(ONE, 7L), Map.of(ONE, new OffsetAndMetadata(divergent)));
  }

  /** One that says it runs, which is all that is asked of it. */
  private static MessageListenerContainer container() {
    ContainerProperties properties = new ContainerProperties(ONE.topic());
    properties.setMessageListener(
        (org.springframework.kafka.listener.MessageListener<byte[], byte[]>) record -> {});
    return new KafkaMessageListenerContainer<byte[], byte[]>(
        new DefaultKafkaConsumerFactory<>(Map.of()), properties) {
      @Override
      public boolean isRunning() {
        return true;
      }

      @Override
      public MessageListenerContainer getContainerFor(String topic, int partition) {
        return this;
      }
    };
  }

  private double gauge() {
    return meters.get("clipmeter.inbox.outside").tag("topic", ONE.topic()).gauge().value();
  }
}
