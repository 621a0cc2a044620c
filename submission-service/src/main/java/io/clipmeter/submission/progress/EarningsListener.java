package io.clipmeter.submission.progress;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.Event;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.submission.notification.Notifier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what clips earned, and what admins changed or hold of it. */
@Component
class EarningsListener implements TopicListener<Event> {
  private final ClipEarningsNotes notes;
  private final Notifier notifier;

  EarningsListener(ClipEarningsNotes notes, Notifier notifier) {
    this.notes = notes;
    this.notifier = notifier;
  }

  @Override
  public String topic() {
    return Topic.EARNINGS.topicName();
  }

  @Override
  public @Nullable Event read(Received received) {
    return EventType.of(received.type())
        .filter(type -> type.topic() == Topic.EARNINGS)
        .<Event>map(type -> received.json(type.record()))
        .orElse(null);
  }

  @Override
  public void apply(List<Event> events) {
    notes.add(events.stream().map(ClipEarnings::of).flatMap(Optional::stream).toList());
    notifier.tell(events);
  }

  /**
   * Each event carries the clip's total, totals only rise, and each deed is told once: repeating an
   * event changes nothing.
   */
  @Override
  public boolean deduplicate() {
    return false;
  }
}
