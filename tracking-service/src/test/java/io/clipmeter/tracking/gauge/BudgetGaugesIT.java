package io.clipmeter.tracking.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.call.Allowance;
import io.clipmeter.tracking.source.call.Allowance.Limits;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.clipmeter.tracking.source.call.Purpose;
import io.clipmeter.tracking.source.call.Use;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BudgetGaugesIT extends Stage {
  @Autowired Allowance allowance;
  @Autowired ProviderDesk desk;
  @Autowired MeterRegistry meters;

  @Test
  void whatIsLeftOfTheMonthsMoneyIsShown() {
    assertThat(left()).isEqualTo(1);

    // 49 USD at 0.0004 USD for a video.
    allowance.take(apify(), new Use(49_000, 0, Purpose.MONEY), Duration.ZERO);
    assertThat(left()).isCloseTo(0.6, within(1e-9));
    clock.advance(Duration.ofDays(40));
    assertThat(left()).isEqualTo(1);
  }

  @Test
  void whoHasNoCapIsNotShown() {
    assertThat(meters.get("clipmeter.tracking.provider.budget.left").gauges())
        .extracting(gauge -> gauge.getId().getTag("source"))
        .containsExactly("apify");
  }

  private double left() {
    Gauge gauge =
        meters
            .get("clipmeter.tracking.provider.budget.left")
            .tag("source", "apify")
            .tag("limit", "money")
            .gauge();
    return gauge.value();
  }

  private Limits apify() {
    return desk.all().stream()
        .map(ProviderCalls::limits)
        .filter(limits -> limits.provider().equals("apify"))
        .findFirst()
        .orElseThrow();
  }
}
