package io.clipmeter.earnings.settlement;

import static io.clipmeter.earnings.settlement.Cases.asked;
import static io.clipmeter.earnings.settlement.Cases.clip;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.round.ClipReading;
import io.clipmeter.earnings.terms.Terms;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import io.clipmeter.testing.Trials;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Random rounds against the rule in words. */
class SettlementTrialsTest {
  @Test
  void neverOverBudgetNeverBelowItOnceExhaustedAndNeverUnfair() {
    Trials.of(5_000).check(SettlementTrialsTest::trial);
  }

  private static void trial(RandomGenerator random) {
    List<ClipReading> clips = randomClips(random);
    long remaining = random.nextLong(1, 2_000_000_000L);
    Terms terms =
        new Terms(
            1,
            Cpm.ofMicros(random.nextLong(1, 5_000_000), "USD"),
            Optional.empty(),
            0,
            Money.ofMicros(remaining, "USD"),
            0,
            Instant.EPOCH);
    Settlement settlement = SettlementPolicy.decide(asked(terms, "0", 3, clips));
    List<Long> amounts =
        ((Settlement.Paid) settlement)
            .shares().stream().filter(s -> s.clip().readable()).map(Share::micros).toList();
    BigInteger total = BigInteger.ZERO;
    List<BigInteger> dues = new ArrayList<>();
    for (ClipReading clip : clips.stream().filter(ClipReading::readable).toList()) {
      BigInteger worth =
          BigInteger.valueOf(clip.viewsAfter() - clip.baselineViews())
              .multiply(BigInteger.valueOf(terms.cpm().micros()))
              .divide(BigInteger.valueOf(1000));
      dues.add(worth.subtract(BigInteger.valueOf(clip.accruedMicros())).max(BigInteger.ZERO));
      total = total.add(dues.getLast());
    }
    long paid = amounts.stream().mapToLong(Long::longValue).sum();
    BigInteger left = BigInteger.valueOf(remaining);
    assertThat(BigInteger.valueOf(paid)).isEqualTo(total.min(left));
    for (int i = 0; i < dues.size(); i++) {
      BigInteger scaled =
          total.compareTo(left) <= 0 ? dues.get(i) : dues.get(i).multiply(left).divide(total);
      assertThat(BigInteger.valueOf(amounts.get(i)).subtract(scaled).intValueExact())
          .isBetween(0, 1);
    }
  }

  private static List<ClipReading> randomClips(RandomGenerator random) {
    List<ClipReading> clips = new ArrayList<>();
    int count = random.nextInt(0, 40);
    for (int i = 1; i <= count; i++) {
      long baseline = random.nextLong(0, 1_000_000);
      long high = baseline + random.nextLong(0, 100_000);
      Long views = random.nextInt(10) == 0 ? null : random.nextLong(0, 2_000_000);
      clips.add(clip(i, baseline, high, random.nextLong(0, 1_000), views, random.nextBoolean()));
    }
    return clips;
  }
}
