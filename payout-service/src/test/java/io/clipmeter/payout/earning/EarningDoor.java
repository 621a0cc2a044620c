package io.clipmeter.payout.earning;

import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Tells what the earnings service tells, without Kafka between. */
public final class EarningDoor {
  private final EarningsListener listener;
  private final MaturityDesk maturity;

  public EarningDoor(ApplicationContext service) {
    this.listener = service.getBean(EarningsListener.class);
    this.maturity = service.getBean(MaturityDesk.class);
  }

  /** Applies these in one poll, inside the caller's transaction. */
  public void tell(List<Event> events) {
    List<Heard> heard = new ArrayList<>();
    for (Event event : events) {
      Earning earning =
          switch (event) {
            case EarningsAccrued accrued -> Earning.of(accrued);
            case EarningsAdjusted adjusted -> Earning.of(adjusted);
            case EarningsHeld held -> Earning.of(held);
            case EarningsReleased released -> Earning.of(released);
            default -> throw new IllegalArgumentException("moves nothing: " + event.type());
          };
      if (earning != null) {
        heard.add(earning);
      }
    }
    listener.apply(heard);
  }

  /** Makes payable what is so by then. */
  public void mature(Instant by) {
    int matured = maturity.mature(null, by, 1_000);
    while (matured == 1_000) {
      matured = maturity.mature(null, by, 1_000);
    }
  }
}
