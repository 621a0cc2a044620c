package io.clipmeter.payout.request;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Ids;
import io.clipmeter.money.Money;
import io.clipmeter.payout.details.DetailsForm;
import io.clipmeter.payout.details.DetailsForm.Reading;
import io.clipmeter.payout.details.PayoutMethod;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Asks for payouts as the controller does, for tests that ask thousands of times. */
public final class RequestDoor {
  private final PayoutDesk desk;
  private final Ids ids;
  private final Clock clock;

  public RequestDoor(ApplicationContext service) {
    this.desk = service.getBean(PayoutDesk.class);
    this.ids = service.getBean(Ids.class);
    this.clock = service.getBean(Clock.class);
  }

  /**
   * The request that this key stands for.
   *
   * @throws io.clipmeter.chassis.problem.ProblemException where it is refused
   */
  public UUID ask(String clipper, String key, String dollars) {
    Reading reading =
        new DetailsForm(clipper + "@example.com", null, null, null).read(PayoutMethod.PAYPAL);
    NewPayout wanted =
        new NewPayout(
            ids.next(),
            clipper,
            Money.of(dollars, "USD"),
            PayoutMethod.PAYPAL,
            ((Reading.Readable) reading).details(),
            clock.instant());
    return desk.request(new Caller(clipper, Set.of("CLIPPER")), key, wanted).id();
  }

  /**
   * Takes it back.
   *
   * @throws io.clipmeter.chassis.problem.ProblemException where it is refused
   */
  public void cancel(String clipper, String key, UUID payout) {
    desk.cancel(new Caller(clipper, Set.of("CLIPPER")), key, payout, clock.instant());
  }
}
