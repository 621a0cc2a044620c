package io.clipmeter.local.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FairShareTest {
  private static final BigInteger CPM = Micros.of("2.50");

  @Test
  void addsUpToTheRestExactly() {
    Map<String, BigInteger> shares =
        FairShare.of(Map.of("a", micros(30), "b", micros(40), "c", micros(60)), micros(100));

    // 23.07, 30.76 and 46.15 rounded down leave two over; a has the largest remainder, then b.
    assertThat(shares)
        .containsExactly(
            Map.entry("a", micros(23)), Map.entry("b", micros(31)), Map.entry("c", micros(46)));
    assertThat(Micros.sum(shares.values())).isEqualTo(micros(100));
  }

  @Test
  void givesTheOddUnitToTheSmallerIdWhereRemaindersAreEqual() {
    assertThat(FairShare.of(Map.of("b", micros(1), "a", micros(1)), micros(1)))
        .containsEntry("a", micros(1))
        .containsEntry("b", micros(0));
  }

  @Test
  void doesNotOverflow() {
    BigInteger huge = BigInteger.valueOf(Long.MAX_VALUE);

    Map<String, BigInteger> shares = FairShare.of(Map.of("a", huge, "b", huge), huge);

    assertThat(Micros.sum(shares.values())).isEqualTo(huge);
  }

  @Test
  void findsTheSharesOfTheRoundThatEndedTheBudget() {
    List<Payment> payments =
        List.of(
            new Payment("a", "1", micros(2_500_000), micros(2_500_000), 1_000, false),
            new Payment("b", "1", micros(5_000_000), micros(5_000_000), 2_000, false),
            new Payment("a", "2", micros(1_250_000), micros(3_750_000), 2_000, true),
            new Payment("b", "2", micros(1_250_000), micros(6_250_000), 3_000, true));

    assertThat(FairShare.ofLastRound(payments, micros(10_000_000), CPM))
        .containsEntry("a", micros(1_250_000))
        .containsEntry("b", micros(1_250_000));
  }

  @Test
  void hasNoSharesWhereNothingWasRationed() {
    assertThat(FairShare.ofLastRound(List.of(), micros(1), CPM)).isEmpty();
  }

  private static BigInteger micros(long micros) {
    return BigInteger.valueOf(micros);
  }
}
