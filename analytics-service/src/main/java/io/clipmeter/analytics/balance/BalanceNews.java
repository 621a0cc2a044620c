package io.clipmeter.analytics.balance;

import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.Event;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the earnings topic says of balances beside what clips' views earned. */
@Component
public class BalanceNews {
  private final Adjustments adjustments;
  private final Holds holds;

  BalanceNews(Adjustments adjustments, Holds holds) {
    this.adjustments = adjustments;
    this.holds = holds;
  }

  /** Takes adjustments, holds and their releases over; each counts once. */
  public void learn(List<Event> heard) {
    adjustments.learn(
        heard.stream()
            .filter(EarningsAdjusted.class::isInstance)
            .map(EarningsAdjusted.class::cast)
            .toList());
    holds.learn(heard.stream().map(Hold::of).flatMap(Optional::stream).toList());
  }
}
