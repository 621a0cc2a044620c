package io.clipmeter.tracking.gauge;

import io.clipmeter.tracking.source.call.Allowance.Limits;
import io.clipmeter.tracking.source.call.ChargeSettings.Span;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.clipmeter.tracking.source.usage.UsageDesk;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What is left of each provider's money and quota, for all instances together. */
@Component
class BudgetGauges implements MeterBinder {
  private final ProviderDesk desk;
  private final UsageDesk usage;

  BudgetGauges(ProviderDesk desk, UsageDesk usage) {
    this.desk = desk;
    this.usage = usage;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (ProviderCalls calls : desk.all()) {
      Limits limits = calls.limits();
      Long cap = limits.charges().capMicros();
      Long quota = limits.charges().quota();
      if (cap != null && cap > 0) {
        gauge(registry, limits, "money", of -> left(of.of(limits, Span.MONTH).spentMicros(), cap));
      }
      if (quota != null) {
        Span span = limits.charges().quotaPeriod();
        gauge(registry, limits, "quota", of -> left(of.of(limits, span).units(), quota));
      }
    }
  }

  private void gauge(
      MeterRegistry registry, Limits limits, String limit, ToDoubleFunction<UsageDesk> left) {
    Gauge.builder("clipmeter.tracking.provider.budget.left", usage, left)
        .description(
            "Share of a provider's money or quota that is left of its month or day, 0 to 1")
        .tag("source", limits.provider())
        .tag("limit", limit)
        .register(registry);
  }

  private static double left(long used, long limit) {
    return Math.clamp(1 - (double) used / limit, 0, 1);
  }
}
