package io.clipmeter.earnings.event;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.earnings.terms.BudgetAlertPolicy;
import io.clipmeter.events.Amount;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.Topic;
import io.clipmeter.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the other services what a settlement did, in the same transaction. */
@Component
public class SettlementNews {
  private final Outbox outbox;

  SettlementNews(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * A campaign's budget after a round.
   *
   * @param spent what is earned of it, from zero to the whole
   */
  public record Spending(UUID campaignId, UUID roundId, Money budget, Money spent) {}

  /** The round waits for clips that could not be read. */
  public void held(Spending spending, Instant now) {
    publish(spending, true, now);
  }

  /**
   * The round is settled.
   *
   * @param settlement the journal's entry, whose receipts say who earned what
   * @param earners how many of them earned anything
   */
  public void settled(Spending spending, long settlement, int earners, Instant now) {
    String order = spending.campaignId().toString();
    outbox.appendEntry(AccrualJournal.NAME, Topic.EARNINGS.topicName(), settlement, earners, order);
    publish(spending, false, now);
  }

  private void publish(Spending spending, boolean held, Instant now) {
    BudgetSpent event =
        new BudgetSpent(
            spending.campaignId(),
            Amount.of(spending.budget()),
            Amount.of(spending.spent()),
            Amount.of(spending.budget().minus(spending.spent())),
            spending.roundId(),
            held,
            now,
            BudgetAlertPolicy.reached(spending.spent().micros(), spending.budget().micros()));
    outbox.append(
        event.type().topic().topicName(), event.key(), event.type().ceType(), event, id(spending));
  }

  /** Derived from what happened, so that the same fact can't be told under two ids. */
  private static UUID id(Spending spending) {
    String name = "budget:" + spending.campaignId() + ":" + spending.roundId();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
