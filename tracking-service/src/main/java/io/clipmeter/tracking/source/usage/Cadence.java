package io.clipmeter.tracking.source.usage;

import io.clipmeter.tracking.source.call.Allowance.Limits;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.ChargeSettings.Span;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * How much longer than they ask for campaigns wait for their next round: all of them alike, so that
 * no campaign and no clip is favoured when a provider's money or quota runs low.
 */
@Component
public class Cadence {
  private final ProviderDesk desk;
  private final UsageDesk usage;
  private final Clock clock;
  private volatile double last = 1;

  Cadence(ProviderDesk desk, UsageDesk usage, MeterRegistry meters, Clock clock) {
    this.desk = desk;
    this.usage = usage;
    this.clock = clock;
    Gauge.builder("clipmeter.tracking.cadence.stretch", this, cadence -> cadence.last)
        .description("How many times as long as they ask for campaigns wait for their next round")
        .register(meters);
  }

  /** 1 to 6, to two decimals: what the provider that is most used up allows. */
  public BigDecimal stretch() {
    Instant now = clock.instant();
    last =
        desk.all().stream()
            .map(ProviderCalls::limits)
            .mapToDouble(limits -> Math.max(money(limits, now), quota(limits, now)))
            .max()
            .orElse(1);
    return BigDecimal.valueOf(last).setScale(2, RoundingMode.HALF_UP);
  }

  private double money(Limits limits, Instant now) {
    ChargeSettings charges = limits.charges();
    Long cap = charges.capMicros();
    return cap == null || cap == 0
        ? 1
        : CadencePolicy.stretch(
            usage.of(limits, Span.MONTH).spentMicros(), cap, elapsed(Span.MONTH, charges, now));
  }

  private double quota(Limits limits, Instant now) {
    ChargeSettings charges = limits.charges();
    Long quota = charges.quota();
    return quota == null
        ? 1
        : CadencePolicy.stretch(
            usage.of(limits, charges.quotaPeriod()).units(),
            quota,
            elapsed(charges.quotaPeriod(), charges, now));
  }

  private static double elapsed(Span span, ChargeSettings charges, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, charges.zone());
    Instant begin = span.startOf(today).atStartOfDay(charges.zone()).toInstant();
    Instant end = span.endOf(today).atStartOfDay(charges.zone()).toInstant();
    return (double) Duration.between(begin, now).toMillis()
        / Duration.between(begin, end).toMillis();
  }
}
