package io.clipmeter.submission.review;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How much waits for an admin, and for how long baselines have been waited for. */
@Component
class ReviewGauges implements MeterBinder {
  private final Reviews reviews;
  private final Clock clock;

  ReviewGauges(Reviews reviews, Clock clock) {
    this.reviews = reviews;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("clipmeter.submission.pending", reviews, Reviews::pending)
        .description("Submissions that nobody has decided on")
        .register(meters);
    Gauge.builder("clipmeter.submission.baseline.wait", this, ReviewGauges::longestWait)
        .description("How long the oldest pending submission has been without a baseline")
        .baseUnit("seconds")
        .register(meters);
  }

  private long longestWait() {
    return reviews
        .oldestWithoutBaseline()
        .map(since -> Duration.between(since, clock.instant()).toSeconds())
        .orElse(0L);
  }
}
