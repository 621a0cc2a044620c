package io.clipmeter.submission;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.Event;
import io.clipmeter.money.Money;
import io.clipmeter.submission.notification.Notifier;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Publishes this service's events with the transaction that decided them, and notifies those whom
 * they concern.
 */
@Component
public class Announcer {
  private final Outbox outbox;
  private final Notifier notifier;

  Announcer(Outbox outbox, Notifier notifier) {
    this.outbox = outbox;
    this.notifier = notifier;
  }

  /**
   * Publishes when the surrounding transaction commits, or not at all.
   *
   * @throws IllegalStateException outside a transaction
   */
  public void announce(Event event) {
    outbox.append(event.type().topic().topicName(), event.key(), event.type().ceType(), event);
    notifier.tell(List.of(event));
  }

  /**
   * Notifies those who have joined a campaign that there is more money in it.
   *
   * @param more by how much its budget was raised, more than 0
   */
  public void announceMore(CampaignChanged campaign, Money more) {
    notifier.tellOfMore(campaign, more);
  }

  /** Notifies admins of the advertisements in a campaign that takes none any more. */
  public void announceRefusal(CampaignChanged campaign) {
    notifier.tellOfSponsored(campaign);
  }
}
