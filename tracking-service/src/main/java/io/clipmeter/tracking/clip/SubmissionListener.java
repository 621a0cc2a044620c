package io.clipmeter.tracking.clip;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.Event;
import io.clipmeter.events.EventType;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.SubmissionRejected;
import io.clipmeter.events.SubmissionWithdrawn;
import io.clipmeter.events.Topic;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hears submissions; what was received has its baseline captured at once. */
@Component
class SubmissionListener implements TopicListener<Event> {
  private final Clips clips;
  private final BaselineRunner baselines;
  private final Clock clock;

  SubmissionListener(Clips clips, BaselineRunner baselines, Clock clock) {
    this.clips = clips;
    this.baselines = baselines;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return Topic.SUBMISSIONS.topicName();
  }

  @Override
  public @Nullable Event read(Received received) {
    EventType type = EventType.of(received.type()).orElse(null);
    return type == null || type.topic() != Topic.SUBMISSIONS ? null : received.json(type.record());
  }

  /**
   * The events of a submission come in order and its states only go forward, so that the three
   * kinds can be applied one after another, each as a whole.
   */
  @Override
  public void apply(List<Event> events) {
    List<SubmissionReceived> received = ofType(events, SubmissionReceived.class).toList();
    if (!received.isEmpty()) {
      clips.receive(received, clock.instant());
      wakeAfterCommit();
    }
    Map<UUID, SubmissionApproved> approved = new LinkedHashMap<>();
    ofType(events, SubmissionApproved.class)
        .forEach(event -> approved.putIfAbsent(event.submissionId(), event));
    if (!approved.isEmpty()) {
      clips.approve(approved.values());
    }
    List<UUID> dropped = dropped(events);
    if (!dropped.isEmpty()) {
      clips.drop(dropped);
    }
  }

  /** The states guard it: a second delivery changes nothing. */
  @Override
  public boolean deduplicate() {
    return false;
  }

  private void wakeAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            baselines.wake();
          }
        });
  }

  private static List<UUID> dropped(List<Event> events) {
    return Stream.concat(
            ofType(events, SubmissionRejected.class).map(SubmissionRejected::submissionId),
            ofType(events, SubmissionWithdrawn.class).map(SubmissionWithdrawn::submissionId))
        .distinct()
        .toList();
  }

  private static <E extends Event> Stream<E> ofType(List<Event> events, Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast);
  }
}
