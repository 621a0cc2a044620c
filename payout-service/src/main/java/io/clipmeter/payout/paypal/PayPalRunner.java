package io.clipmeter.payout.paypal;

import io.clipmeter.payout.paypal.PayPalPolicy.Step;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/**
 * Sends what is approved and asks for what is not closed. What it is about to do has committed
 * before each call, so that whoever comes after a crash finds it. Any number may run at once.
 */
class PayPalRunner {
  private static final Logger LOG = LoggerFactory.getLogger(PayPalRunner.class);
  private static final String CALLS = "clipmeter.payout.paypal.calls";

  private final PayPalDesk desk;
  private final PayPal paypal;
  private final PayPalSettings settings;
  private final Clock clock;
  private final MeterRegistry meters;

  PayPalRunner(
      PayPalDesk desk, PayPal paypal, PayPalSettings settings, Clock clock, MeterRegistry meters) {
    this.desk = desk;
    this.paypal = paypal;
    this.settings = settings;
    this.clock = clock;
    this.meters = meters;
  }

  /** Does what is due, as many as fit into one batch; gives how many that were. */
  int tick() {
    leaveElsewhere();
    if (!paypal.ready()) {
      count("NOT_READY");
      return 0;
    }
    desk.begin(clock.instant());
    List<PayPalPayment> due = desk.claim(paypal.account(), clock.instant());
    Semaphore lines = new Semaphore(settings.parallelMax());
    try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
      for (PayPalPayment payment : due) {
        calls.execute(() -> call(payment, lines));
      }
    }
    return due.size();
  }

  private void leaveElsewhere() {
    for (UUID payout : desk.leaveElsewhere(paypal.account(), clock.instant())) {
      LOG.warn("payout {} was ordered from another PayPal account, or nobody knows which", payout);
    }
  }

  private void call(PayPalPayment payment, Semaphore lines) {
    lines.acquireUninterruptibly();
    try {
      follow(payment);
    } catch (DuplicateKeyException e) {
      // PayPal names a transaction that has paid another payout: a person has to look.
      desk.record(payment, new Step.Doubt("its transaction paid another payout"), clock.instant());
    } catch (RuntimeException e) {
      LOG.error("payout {} stays locked and is asked for again", payment.payoutId(), e);
      count("FAULT");
    } finally {
      lines.release();
    }
  }

  private void follow(PayPalPayment payment) {
    String batchId = payment.batchId();
    Step step =
        batchId == null
            ? PayPalPolicy.afterSending(
                payment, paypal.send(desk.order(payment)), clock.instant(), settings.giveUpAfter())
            : PayPalPolicy.afterLooking(paypal.look(batchId, payment.payoutId(), payment.amount()));
    Instant now = clock.instant();
    desk.record(payment, step, now);
    count(outcome(step));
    if (step instanceof Step.Doubt(_, String why)) {
      LOG.warn("nobody knows whether payout {} is paid: {}", payment.payoutId(), why);
    }
  }

  private static String outcome(Step step) {
    return switch (step) {
      case Step.Known _ -> "ACCEPTED";
      case Step.UnderWay _ -> "UNDER_WAY";
      case Step.Paid _ -> "PAID";
      case Step.NotPaid _ -> "NOT_PAID";
      case Step.Doubt _ -> "DOUBT";
      case Step.Wait _ -> "NOTHING";
    };
  }

  private void count(String outcome) {
    meters.counter(CALLS, "outcome", outcome).increment();
  }
}
