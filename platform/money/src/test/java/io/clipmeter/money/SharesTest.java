package io.clipmeter.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

  @Test
  void shares100Over30And40And60() {
    long[] dues = {micros("30"), micros("40"), micros("60")};

    long[] shares = Shares.proRata(dues, micros("130"), micros("100"));

    assertThat(shares).containsExactly(23_076_923, 30_769_231, 46_153_846);
    assertThat(Arrays.stream(shares).mapToObj(share -> Money.ofMicros(share, "USD").display()))
        .containsExactly("23.08", "30.77", "46.15");
  }

  @ParameterizedTest(name = "{1} over {0} is {2}")
  @CsvSource({
    // all, nothing, nobody
    "3 5 7, 15, 3 5 7",
    "3 5 7, 0, 0 0 0",
    "'', 0, ''",
    "0 0, 0, 0 0",
    "8, 3, 3",
    // one unit: to the largest remainder, ties to the lower index
    "1 1 1, 1, 1 0 0",
    "1 2 1, 1, 0 1 0",
    "1 1 1, 2, 1 1 0",
    "2 1 2, 1, 1 0 0",
    // nothing is due, nothing is given, wherever the left-over goes
    "0 1 0 1, 1, 0 1 0 0",
    // 128 bits: the product does not fit in a long, the shares do
    "4611686018427387903 4611686018427387904, 9223372036854775806, 4611686018427387903"
        + " 4611686018427387903",
    "9223372036854775807 0, 9223372036854775807, 9223372036854775807 0",
    "9223372036854775806 1, 1, 1 0"
  })
  void splitsByLargestRemainder(String dues, long remaining, String shares) {
    long[] due = longs(dues);

    assertThat(Shares.proRata(due, Arrays.stream(due).sum(), remaining))
        .containsExactly(longs(shares));
  }

  @Test
  void refusesWhatDoesNotAddUp() {
    assertThatIllegalArgumentException().isThrownBy(() -> Shares.proRata(longs("1 2"), 4, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Shares.proRata(longs("1 2"), 3, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> Shares.proRata(longs("1 2"), 3, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Shares.proRata(longs("-1 4"), 3, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Shares.proRata(longs("0"), 0, 1));
    assertThatThrownBy(() -> Shares.proRata(longs("9223372036854775807 1"), Long.MIN_VALUE, 1))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void isFairAndExactWhateverIsDue() {
    for (long seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      long[] dues = dues(random);
      long total = Arrays.stream(dues).sum();
      long remaining = random.nextInt(10) == 0 ? total : random.nextLong(total + 1);

      long[] shares = Shares.proRata(dues, total, remaining);

      assertThat(Arrays.stream(shares).sum()).as("seed %d", seed).isEqualTo(remaining);
      for (int i = 0; i < dues.length; i++) {
        assertThat(shares[i])
            .as("seed %d, index %d", seed, i)
            .isBetween(floor(dues[i], remaining, total), ceiling(dues[i], remaining, total))
            .isLessThanOrEqualTo(dues[i]);
      }
    }
  }

  @Test
  void givesALargerDueNeverLessAndEqualDuesTheSameButForOneUnit() {
    for (long seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      long[] dues = Arrays.stream(dues(random)).sorted().toArray();
      long total = Arrays.stream(dues).sum();

      long[] shares = Shares.proRata(dues, total, random.nextLong(total + 1));

      for (int i = 1; i < dues.length; i++) {
        if (dues[i] > dues[i - 1]) {
          assertThat(shares[i])
              .as("seed %d, index %d", seed, i)
              .isGreaterThanOrEqualTo(shares[i - 1]);
        } else {
          assertThat(shares[i - 1] - shares[i]).as("seed %d, index %d", seed, i).isBetween(0L, 1L);
        }
      }
    }
  }

  private static long[] dues(Random random) {
    int clips = 1 + random.nextInt(40);
    int shift = 7 + random.nextInt(50);
    return LongStream.generate(() -> random.nextLong() >>> shift)
        .limit(clips)
        .map(due -> random.nextInt(8) == 0 ? 0 : due)
        .toArray();
  }

  private static long floor(long due, long remaining, long total) {
    return total == 0 ? 0 : product(due, remaining).divide(BigInteger.valueOf(total)).longValue();
  }

  private static long ceiling(long due, long remaining, long total) {
    return total == 0
        ? 0
        : product(due, remaining)
            .add(BigInteger.valueOf(total - 1))
            .divide(BigInteger.valueOf(total))
            .longValue();
  }

  private static BigInteger product(long due, long remaining) {
    return BigInteger.valueOf(due).multiply(BigInteger.valueOf(remaining));
  }

  private static long micros(String amount) {
    return Money.of(amount, "USD").micros();
  }

  private static long[] longs(String text) {
    return text.isEmpty()
        ? new long[0]
        : Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
  }
}
