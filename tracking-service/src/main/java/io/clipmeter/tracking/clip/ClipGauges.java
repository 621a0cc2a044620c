package io.clipmeter.tracking.clip;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many clips are tracked, and how many submissions wait for their baseline. */
@Component
class ClipGauges implements MeterBinder {
  private final Clips clips;

  ClipGauges(Clips clips) {
    this.clips = clips;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("clipmeter.tracking.clips.tracked", clips, c -> c.count("TRACKED"))
        .description("Clips that are read in rounds")
        .register(registry);
    Gauge.builder("clipmeter.tracking.baselines.pending", clips, c -> c.count("BASELINE_PENDING"))
        .description("Submissions whose baseline is not captured yet")
        .register(registry);
  }
}
