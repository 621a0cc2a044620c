package io.clipmeter.payout.review;

import io.clipmeter.chassis.security.Caller;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Approves as the controller does, for tests that approve thousands of times. */
public final class ReviewDoor {
  private final ReviewDesk desk;
  private final Clock clock;

  public ReviewDoor(ApplicationContext service) {
    this.desk = service.getBean(ReviewDesk.class);
    this.clock = service.getBean(Clock.class);
  }

  /**
   * Approves.
   *
   * @throws io.clipmeter.chassis.problem.ProblemException where it is refused
   */
  public void approve(String admin, UUID payout) {
    process(admin, payout, new ReviewAction.Approve());
  }

  /** Rejects, or is refused likewise. */
  public void reject(String admin, UUID payout) {
    process(admin, payout, new ReviewAction.Reject("a reason"));
  }

  /** Pays by hand and says so, or is refused likewise. */
  public void markPaid(String admin, UUID payout, String transaction) {
    process(admin, payout, new ReviewAction.SendByHand());
    process(admin, payout, new ReviewAction.MarkPaid(transaction));
  }

  /** Begins to pay by hand and could not, or is refused likewise. */
  public void fail(String admin, UUID payout) {
    process(admin, payout, new ReviewAction.SendByHand());
    process(admin, payout, new ReviewAction.Fail("a reason"));
  }

  private void process(String admin, UUID payout, ReviewAction action) {
    Caller caller = new Caller(admin, Set.of("ADMIN"));
    desk.process(caller, UUID.randomUUID().toString(), payout, action, clock.instant());
  }
}
