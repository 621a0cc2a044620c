package io.clipmeter.local.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Checks checks = new Checks(new PrintStream(printed, true, StandardCharsets.UTF_8));

  @Test
  void findADifferenceOfOneMicroUnit() {
    checks.amounts("spent", BigInteger.valueOf(100_000_000), BigInteger.valueOf(99_999_999));

    assertThat(checks.failed()).isEqualTo(1);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("DIFFERS", "99.999999, should be 100.000000");
  }

  @Test
  void countWhatIsRight() {
    checks.same("clips", 3, 3);

    assertThat(checks.made()).isEqualTo(1);
    assertThat(checks.failed()).isZero();
  }
}
