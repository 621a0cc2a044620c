package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.money.Money;
import io.clipmeter.payout.Api;
import io.clipmeter.payout.paypal.PayPalPolicy.Step;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is not begun, and what is not believed. */
class PayPalLimitsIT extends PayPalStage {
  private final String id = newClipper();

  @Test
  void withoutATokenNothingIsBegun() {
    UUID payout = approved(id);
    clock.advance(Duration.ofDays(400));
    SERVER.tokenGiven = false;
    PayPal closed = PayPalPayoutsTest.paypal(SERVER.url(), "secret", "20s", clock);
    assertThat(runner(closed).tick()).isZero();
    assertThat(status(payout)).isEqualTo("APPROVED");
    assertThat(SERVER.orders(payout)).isZero();
  }

  @Test
  void whatPayPalDoesNotPayInIsLeftToPeople() {
    UUID payout =
        clipperWith(id, "500000", "IDR")
            .post(
                "/api/clippers/payout-request",
                "key",
                Api.paypal("400000.00", "anna@example.com").replace("USD", "IDR"))
            .id();
    admin("boss").approve(payout);
    tick();
    assertThat(status(payout)).isEqualTo("APPROVED");
    assertThat(admin("boss").pay(payout, "T-" + payout).status()).isEqualTo(200);
  }

  @Test
  void aTransactionThatPaidAnotherPayoutIsADoubt() {
    UUID one = approved(newClipper());
    UUID two = approved(id);
    desk.begin(clock.instant());
    List<PayPalPayment> both = claim();
    PayPalPayment first = of(both, one);
    desk.record(first, new Step.Paid("TX-" + one), clock.instant());
    PayPal lies =
        new PayPal() {
          @Override
          public String account() {
            return payPal().account();
          }

          @Override
          public boolean ready() {
            return true;
          }

          @Override
          public Sent send(Order order) {
            return new Sent.Accepted("B-" + order.payoutId());
          }

          @Override
          public Found look(String batchId, UUID payoutId, Money amount) {
            return new Found.Item(ItemStatus.SUCCESS, "TX-" + one, null);
          }
        };
    clock.advance(Duration.ofMinutes(2));
    runner(lies).tick();
    clock.advance(Duration.ofHours(6));
    runner(lies).tick();
    assertThat(status(two)).isEqualTo("UNKNOWN");
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/20.00/0.00/30.00");
  }

  private static PayPalPayment of(List<PayPalPayment> payments, UUID payout) {
    return payments.stream()
        .filter(payment -> payment.payoutId().equals(payout))
        .findFirst()
        .orElseThrow();
  }
}
