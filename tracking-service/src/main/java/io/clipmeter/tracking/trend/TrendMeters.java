package io.clipmeter.tracking.trend;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts how often newer trends were had, and how often they could not be. */
@Component
class TrendMeters {
  private final MeterRegistry meters;

  /** All are shown before they are first counted: a counter that is not there raises no alert. */
  TrendMeters(MeterRegistry meters) {
    this.meters = meters;
    for (TrendKind kind : TrendKind.values()) {
      counter(kind, true);
      counter(kind, false);
    }
  }

  void refreshed(TrendKind kind, boolean replaced) {
    counter(kind, replaced).increment();
  }

  private Counter counter(TrendKind kind, boolean replaced) {
    return Counter.builder("clipmeter.tracking.trends.refreshed")
        .description("Lists of trends that were asked for")
        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
        .tag("result", replaced ? "replaced" : "failed")
        .register(meters);
  }
}
