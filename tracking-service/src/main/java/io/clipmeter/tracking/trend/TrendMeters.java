package io.clipmeter.tracking.trend;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts how often newer trends were had, and how often they could not be. */
@Component
class TrendMeters {
  private final MeterRegistry meters;

  TrendMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void refreshed(TrendKind kind, boolean replaced) {
    Counter.builder("clipmeter.tracking.trends.refreshed")
        .description("Lists of trends that were asked for")
        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
        .tag("result", replaced ? "replaced" : "failed")
        .register(meters)
        .increment();
  }
}
