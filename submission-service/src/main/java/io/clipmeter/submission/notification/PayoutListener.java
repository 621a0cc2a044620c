package io.clipmeter.submission.notification;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.Event;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what becomes of payout requests. */
@Component
class PayoutListener implements TopicListener<Event> {
  private final Notifier notifier;

  PayoutListener(Notifier notifier) {
    this.notifier = notifier;
  }

  @Override
  public String topic() {
    return Topic.PAYOUTS.topicName();
  }

  @Override
  public @Nullable Event read(Received received) {
    return EventType.of(received.type())
        .filter(type -> type.topic() == Topic.PAYOUTS)
        .<Event>map(type -> received.json(type.record()))
        .orElse(null);
  }

  @Override
  public void apply(List<Event> events) {
    notifier.tell(events);
  }

  /** Each step of a payout is told once: repeating the event changes nothing. */
  @Override
  public boolean deduplicate() {
    return false;
  }
}
