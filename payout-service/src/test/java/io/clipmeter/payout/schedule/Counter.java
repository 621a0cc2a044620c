package io.clipmeter.payout.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.money.Money;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.payment.Ending;
import io.clipmeter.payout.payment.PaymentDesk;
import io.clipmeter.payout.payment.ToSend;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutStatus;
import io.clipmeter.payout.request.RequestDoor;
import io.clipmeter.payout.review.ReviewDoor;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationContext;

/** What clippers, admins and a provider do about payouts; some of it must be refused. */
final class Counter {
  private static final Set<PayoutStatus> SENT = Set.of(PayoutStatus.SENDING, PayoutStatus.UNKNOWN);
  private final RequestDoor requests;
  private final ReviewDoor reviews;
  private final PaymentDesk payments;
  private final RandomGenerator random;

  Counter(ApplicationContext service, RandomGenerator random) {
    this.requests = new RequestDoor(service);
    this.reviews = new ReviewDoor(service);
    this.payments = service.getBean(PaymentDesk.class);
    this.random = random;
  }

  /** Asks for this much, perhaps several times with one key; what that means on paper. */
  Runnable ask(Purse purse, BigInteger micros) {
    String key = UUID.randomUUID().toString();
    String dollars = Money.ofMicros(micros.longValueExact(), "USD").amount();
    if (!purse.grants(micros)) {
      refused(() -> requests.ask(purse.clipper, key, dollars));
      return () -> {};
    }
    UUID payout = requests.ask(purse.clipper, key, dollars);
    for (int again = random.nextInt(3); again > 0; again--) {
      assertThat(requests.ask(purse.clipper, key, dollars)).isEqualTo(payout);
    }
    return () -> purse.asked(payout, micros);
  }

  /** One decision about one payout. */
  Runnable decide(Purse purse, UUID payout) {
    PayoutStatus now = purse.payouts.get(payout);
    boolean requested = now == PayoutStatus.REQUESTED;
    boolean approved = now == PayoutStatus.APPROVED;
    return switch (random.nextInt(6)) {
      case 0 -> go(requested, purse, payout, PayoutStatus.CANCELLED, () -> cancel(purse, payout));
      case 1 ->
          go(
              requested || approved,
              purse,
              payout,
              PayoutStatus.REJECTED,
              () -> reviews.reject("boss", payout));
      case 2 ->
          go(
              approved && purse.covers(),
              purse,
              payout,
              PayoutStatus.FAILED,
              () -> reviews.fail("boss", payout));
      case 3 ->
          go(
              approved && purse.covers(),
              purse,
              payout,
              PayoutStatus.PAID,
              () -> reviews.markPaid("boss", payout, "T-" + UUID.randomUUID()));
      default ->
          go(
              requested && purse.covers(),
              purse,
              payout,
              PayoutStatus.APPROVED,
              () -> reviews.approve("boss", payout));
    };
  }

  private void cancel(Purse purse, UUID payout) {
    requests.cancel(purse.clipper, UUID.randomUUID().toString(), payout);
  }

  private static Runnable go(
      boolean may, Purse purse, UUID payout, PayoutStatus to, Runnable deed) {
    if (!may) {
      refused(deed);
      return () -> {};
    }
    deed.run();
    return () -> purse.goes(payout, to);
  }

  private static void refused(Runnable deed) {
    assertThatThrownBy(deed::run).isInstanceOf(ProblemException.class);
  }

  /** A provider's doings with any payouts, whatever state they are in. */
  Runnable provide(List<Purse> purses, List<UUID> payouts) {
    Instant now = Instant.now();
    List<UUID> moved = new ArrayList<>();
    PayoutStatus to;
    Set<PayoutStatus> from = SENT;
    switch (random.nextInt(4)) {
      case 0 -> {
        to = PayoutStatus.SENDING;
        from = Set.of(PayoutStatus.APPROVED);
        ToSend wanted = new ToSend(PayoutMethod.PAYPAL, List.of("USD"), payouts, 100);
        moved.addAll(
            ids(payments.send(wanted, PayoutRequest.Channel.PAYPAL, "boss", "a note", now)));
      }
      case 1 -> {
        to = PayoutStatus.PAID;
        moved.addAll(ids(payments.end(endings(payouts, true), SENT, null, now)));
      }
      case 2 -> {
        to = PayoutStatus.FAILED;
        moved.addAll(ids(payments.end(endings(payouts, false), SENT, null, now)));
      }
      default -> {
        return wonder(purses, payouts, now);
      }
    }
    Set<PayoutStatus> only = from;
    boolean begins = to == PayoutStatus.SENDING;
    assertThat(moved)
        .containsExactlyInAnyOrderElementsOf(
            payouts.stream()
                .filter(payout -> only.contains(status(purses, payout)))
                .filter(payout -> !begins || purse(purses, payout).covers())
                .toList());
    return () -> moved.forEach(payout -> purse(purses, payout).goes(payout, to));
  }

  /** Nobody knows about them, or somebody knows again. */
  private Runnable wonder(List<Purse> purses, List<UUID> payouts, Instant now) {
    boolean doubts = random.nextBoolean();
    PayoutStatus from = doubts ? PayoutStatus.SENDING : PayoutStatus.UNKNOWN;
    PayoutStatus to = doubts ? PayoutStatus.UNKNOWN : PayoutStatus.SENDING;
    for (UUID payout : payouts) {
      if (doubts) {
        payments.doubt(List.of(payout), "no answer", now);
      } else {
        payments.underWay(payout);
      }
    }
    List<UUID> moved = payouts.stream().filter(payout -> status(purses, payout) == from).toList();
    return () -> moved.forEach(payout -> purse(purses, payout).goes(payout, to));
  }

  private static List<Ending> endings(List<UUID> payouts, boolean paid) {
    List<Ending> endings = new ArrayList<>();
    for (UUID payout : payouts) {
      endings.add(
          paid
              ? new Ending.Paid(payout, "P-" + payout, null)
              : new Ending.Failed(payout, "a reason"));
    }
    return endings;
  }

  private static List<UUID> ids(List<PayoutRequest> requests) {
    return requests.stream().map(PayoutRequest::id).toList();
  }

  private static PayoutStatus status(List<Purse> purses, UUID payout) {
    return purse(purses, payout).payouts.get(payout);
  }

  private static Purse purse(List<Purse> purses, UUID payout) {
    return purses.stream()
        .filter(purse -> purse.payouts.containsKey(payout))
        .findFirst()
        .orElseThrow();
  }
}
