package io.clipmeter.payout.paypal;

import io.clipmeter.payout.RunningService;
import io.clipmeter.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The service with a PayPal of our own, and a clock that only tests move. */
@TestPropertySource(
    properties = {
      "clipmeter.payout.paypal.client-id=client",
      "clipmeter.payout.paypal.client-secret=secret",
      "clipmeter.payout.paypal.connect-timeout=2s",
      "clipmeter.payout.paypal.answer-timeout=8s",
      "clipmeter.payout.paypal.busy-for=2m",
      "clipmeter.payout.paypal.batch-max=50",
      "clipmeter.payout.paypal.parallel-max=16",
      "clipmeter.payout.hook.webhook-id=WH-OURS"
    })
public abstract class PayPalStage extends RunningService {
  protected static final PayPalServer SERVER = new PayPalServer();

  protected final SettableClock clock = SettableClock.at("2020-01-01T00:00:00Z");
  @Autowired PayPalDesk desk;
  @Autowired private PayPalSettings settings;
  @Autowired private PayPal paypal;

  @DynamicPropertySource
  static void payPal(DynamicPropertyRegistry properties) {
    properties.add("clipmeter.payout.paypal.base-url", SERVER::url);
    properties.add("clipmeter.payout.hook.cert-origin", SERVER::url);
  }

  @BeforeEach
  void payPalIsWell() {
    SERVER.reset();
  }

  protected void tick() {
    runner(paypal).tick();
  }

  /** Enough time for whatever is due to be asked for, and one look at it. */
  protected void later() {
    clock.advance(Duration.ofHours(6));
    tick();
  }

  /** PayPal's items have this status from now on. */
  protected static void becomes(String status) {
    SERVER.becoming = any -> looks -> status;
  }

  /** The next order is carried out, and its answer is lost. */
  protected static void lose() {
    SERVER.sending = any -> PayPalServer.Fault.RESET_AFTER;
  }

  /** As {@link #lose}, and from then on PayPal is well. */
  static void loseOnce() {
    AtomicBoolean lost = new AtomicBoolean();
    SERVER.sending =
        any -> lost.getAndSet(true) ? PayPalServer.Fault.NONE : PayPalServer.Fault.RESET_AFTER;
  }

  /** The same PayPal through a client that has a token and no patience. */
  PayPal impatient() {
    PayPal hasty = PayPalPayoutsTest.paypal(SERVER.url(), "secret", "300ms", clock);
    Awaitility.await().until(hasty::ready);
    return hasty;
  }

  /** What PayPal made of this payout. */
  static PayPalServer.Batch batch(UUID payout) {
    return Objects.requireNonNull(SERVER.batches.get(payout.toString()));
  }

  PayPalRunner runner(PayPal through) {
    return new PayPalRunner(desk, through, settings, clock, new SimpleMeterRegistry());
  }

  /** PayPal's own id of it. */
  protected static String batchId(UUID payout) {
    return batch(payout).id;
  }

  /** What an instance takes that ends before it calls. */
  List<PayPalPayment> claim() {
    return desk.claim(paypal.account(), clock.instant());
  }

  PayPal payPal() {
    return paypal;
  }

  /** An approved payout of 20 dollars by PayPal; the approver is boss. */
  protected UUID approved(String clipper) {
    UUID payout = clipperWith(clipper, "50").requestPayout("20.00").id();
    admin("boss").approve(payout);
    return payout;
  }

  protected String status(UUID payout) {
    return sql.sql("SELECT status FROM payout_request WHERE id = ?")
        .param(payout)
        .query(String.class)
        .single();
  }
}
