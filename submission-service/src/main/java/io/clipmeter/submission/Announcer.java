package io.clipmeter.submission;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.events.Event;
import org.springframework.stereotype.Component;

/** Publishes this service's events with the transaction that decided them. */
@Component
public class Announcer {
  private final Outbox outbox;

  Announcer(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Publishes when the surrounding transaction commits, or not at all.
   *
   * @throws IllegalStateException outside a transaction
   */
  public void announce(Event event) {
    outbox.append(event.type().topic().topicName(), event.key(), event.type().ceType(), event);
  }
}
