package io.clipmeter.tracking.clip;

import io.clipmeter.tracking.doubt.GoneSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * How many clips are tracked, how many submissions wait for their baseline, and for how many nobody
 * can say whether their video is still there.
 */
@Component
class ClipGauges implements MeterBinder {
  private final Clips clips;
  private final GoneSettings gone;
  private final BaselineSettings baseline;
  private final Clock clock;

  ClipGauges(Clips clips, GoneSettings gone, BaselineSettings baseline, Clock clock) {
    this.clips = clips;
    this.gone = gone;
    this.baseline = baseline;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("clipmeter.tracking.clips.tracked", clips, c -> c.count("TRACKED"))
        .description("Clips that are read in rounds")
        .register(registry);
    Gauge.builder("clipmeter.tracking.baselines.pending", this, ClipGauges::waiting)
        .description("Submissions whose baseline is not captured yet")
        .register(registry);
    Gauge.builder("clipmeter.tracking.baselines.stuck", this, ClipGauges::stuck)
        .description("Submissions tried in vain so often that it is done slowly, and not gone")
        .register(registry);
    Gauge.builder("clipmeter.tracking.gone.unproven", this, ClipGauges::unproven)
        .description("Clips and submissions long said to be gone, which nothing but that proves")
        .register(registry);
  }

  private double waiting() {
    return clips.waiting(clock.instant());
  }

  private double stuck() {
    return clips.triedInVain(baseline.quickTries(), clock.instant());
  }

  private double unproven() {
    Instant now = clock.instant();
    return clips.saidGone(now.minus(gone.believeAfter()), now);
  }
}
