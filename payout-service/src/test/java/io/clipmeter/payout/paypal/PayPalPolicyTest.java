package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.money.Money;
import io.clipmeter.payout.paypal.PayPal.Found;
import io.clipmeter.payout.paypal.PayPal.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayPalPolicyTest {
  private static final Instant BEGUN = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # answer | doubt before | hours | step
          ACCEPTED | false        | 0     | Known[batchId=B]
          ACCEPTED | true         | 99    | Known[batchId=B]
          LOST     | false        | 0     | Doubt[said=null, why=x]
          LOST     | true         | 99    | Doubt[said=null, why=x]
          FOR_GOOD | false        | 0     | NotPaid[said=null, reason=PayPal did not pay: x]
          FOR_GOOD | true         | 0     | Doubt[said=null, why=refused after a lost answer: x]
          FOR_NOW  | false        | 0     | Wait[why=x]
          FOR_NOW  | false        | 23    | Wait[why=x]
          FOR_NOW  | false        | 24    | NotPaid[said=null, reason=PayPal did not pay: x]
          FOR_NOW  | true         | 24    | Doubt[said=null, why=refused after a lost answer: x]
          """)
  void aRefusalProvesOnlyWhereNoEarlierCallMayHaveArrived(
      String answer, boolean doubtBefore, int hours, String step) {
    Sent sent =
        switch (answer) {
          case "ACCEPTED" -> new Sent.Accepted("B");
          case "LOST" -> new Sent.Lost("x");
          case "FOR_GOOD" -> new Sent.RefusedForGood("x");
          default -> new Sent.RefusedForNow("x");
        };
    PayPalPayment payment =
        new PayPalPayment(
            UUID.randomUUID(), Money.of("20", "USD"), BEGUN, null, doubtBefore, null, 1);
    Instant now = BEGUN.plus(Duration.ofHours(hours));
    assertThat(PayPalPolicy.afterSending(payment, sent, now, DAY)).hasToString(step);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SUCCESS      | Paid[transactionId=T]
          FAILED       | NotPaid[said=FAILED, reason=PayPal did not pay: FAILED (WHY)]
          RETURNED     | NotPaid[said=RETURNED, reason=PayPal did not pay: RETURNED (WHY)]
          REFUNDED     | NotPaid[said=REFUNDED, reason=PayPal did not pay: REFUNDED (WHY)]
          REVERSED     | NotPaid[said=REVERSED, reason=PayPal did not pay: REVERSED (WHY)]
          PENDING      | UnderWay[status=PENDING]
          UNCLAIMED    | UnderWay[status=UNCLAIMED]
          ONHOLD       | UnderWay[status=ONHOLD]
          BLOCKED      | Doubt[said=BLOCKED, why=PayPal says BLOCKED (WHY)]
          UNRECOGNIZED | Doubt[said=UNRECOGNIZED, why=PayPal says UNRECOGNIZED (WHY)]
          """)
  void whatAnItemsStatusProves(ItemStatus status, String step) {
    assertThat(PayPalPolicy.afterLooking(new Found.Item(status, "T", "WHY"))).hasToString(step);
  }

  @Test
  void everyStatusIsInTheTableAboveAndAnyOtherWordIsUnrecognized() {
    assertThat(ItemStatus.values()).hasSize(10);
    assertThat(ItemStatus.of("SUCCESS")).isEqualTo(ItemStatus.SUCCESS);
    assertThat(ItemStatus.of("success")).isEqualTo(ItemStatus.UNRECOGNIZED);
    assertThat(ItemStatus.of("")).isEqualTo(ItemStatus.UNRECOGNIZED);
  }

  @Test
  void whatIsNoItemProvesLittle() {
    assertThat(PayPalPolicy.afterLooking(new Found.Item(ItemStatus.SUCCESS, null, null)))
        .hasToString("Doubt[said=null, why=SUCCESS without a transaction]");
    assertThat(PayPalPolicy.afterLooking(new Found.Denied()))
        .hasToString("NotPaid[said=DENIED, reason=PayPal did not pay: DENIED]");
    assertThat(PayPalPolicy.afterLooking(new Found.Strange("x")))
        .hasToString("Doubt[said=UNRECOGNIZED, why=x]");
    assertThat(PayPalPolicy.afterLooking(new Found.Nothing("x"))).hasToString("Wait[why=x]");
  }

  @ParameterizedTest
  @CsvSource({"0, 24", "815, 839", "816, 840", "817,", "2000,"})
  void whatIsClosedIsLookedAtForItsTime(int hours, @Nullable Integer next) {
    Instant now = BEGUN.plus(Duration.ofHours(hours));
    assertThat(PayPalPolicy.watchAt(BEGUN, now, DAY, Duration.ofDays(35)))
        .isEqualTo(next == null ? null : BEGUN.plus(Duration.ofHours(next)));
  }

  @ParameterizedTest
  @CsvSource({"1, 15", "2, 30", "3, 60", "10, 7680", "11, 15360", "12, 21600", "1000000, 21600"})
  void theGapDoublesUpToTheLongest(int calls, long seconds) {
    assertThat(PayPalPolicy.gap(calls, Duration.ofSeconds(15), Duration.ofHours(6)))
        .isEqualTo(Duration.ofSeconds(seconds));
  }
}
