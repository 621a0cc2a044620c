package io.clipmeter.earnings.correction;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.earnings.correction.CorrectionDesk.Order;
import io.clipmeter.earnings.correction.CorrectionForm.Adjust;
import io.clipmeter.earnings.correction.CorrectionForm.AmountForm;
import io.clipmeter.earnings.correction.CorrectionForm.Hold;
import io.clipmeter.earnings.correction.CorrectionForm.Release;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** An admin at the desk itself, without HTTP between. */
public final class Admin {
  private static final Caller BOSS = new Caller("boss", Set.of("ADMIN"));
  private final CorrectionDesk desk;

  /** At this service's desk. */
  public Admin(ApplicationContext service) {
    this.desk = service.getBean(CorrectionDesk.class);
  }

  /** Adds to a clip's earnings; negative takes back. */
  public void adjust(String key, UUID campaign, UUID clip, Money amount) {
    desk.adjust(order(key), campaign, clip, new Adjust(form(amount), "a reason"));
  }

  /** Holds some of them; the hold's id. */
  public UUID hold(String key, UUID campaign, UUID clip, Money amount, @Nullable Instant end) {
    return desk.hold(order(key), campaign, clip, new Hold(form(amount), "a reason", end)).id();
  }

  /** Ends a hold. */
  public void release(String key, UUID campaign, UUID clip, UUID hold, boolean takeBack) {
    desk.release(order(key), campaign, clip, hold, new Release("a reason", takeBack));
  }

  /** Ends holds whose time is over at this instant; how many. */
  public int expire(Instant by) {
    return desk.releaseExpired(by, 10_000);
  }

  private static Order order(String key) {
    return new Order(BOSS, key);
  }

  private static AmountForm form(Money amount) {
    return new AmountForm(amount.amount(), amount.currency().getCurrencyCode());
  }
}
