package io.clipmeter.tracking.source.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.call.Allowance;
import io.clipmeter.tracking.source.call.Allowance.Limits;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.clipmeter.tracking.source.call.Purpose;
import io.clipmeter.tracking.source.call.Use;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CadenceIT extends Stage {
  @Autowired private Cadence cadence;
  @Autowired private ProviderDesk desk;
  @Autowired private Allowance allowance;

  @BeforeEach
  void nothingUsed() {
    empty("provider_use, provider_turn");
  }

  @Test
  void whatIsLeftOfTheMonthsMoneyIsSpreadOverWhatIsLeftOfTheMonth() {
    clock.set(Instant.parse("2026-04-16T00:00:00Z"));
    assertThat(cadence.stretch()).isEqualTo(new BigDecimal("1.00"));

    // 73,500 of 122,500 videos, half a month: 60 % of the money.
    allowance.take(apify(), new Use(73_500, 0, Purpose.MONEY), Duration.ZERO);
    assertThat(cadence.stretch()).isEqualTo(new BigDecimal("1.50"));

    clock.set(Instant.parse("2026-04-25T00:00:00Z"));
    assertThat(cadence.stretch()).isEqualTo(new BigDecimal("1.00"));
    clock.set(Instant.parse("2026-05-01T00:00:00Z"));
    assertThat(cadence.stretch()).isEqualTo(new BigDecimal("1.00"));
  }

  private Limits apify() {
    return desk.all().stream()
        .filter(calls -> calls.limits().provider().equals("apify"))
        .findFirst()
        .orElseThrow()
        .limits();
  }
}
