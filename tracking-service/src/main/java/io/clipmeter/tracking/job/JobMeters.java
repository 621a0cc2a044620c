package io.clipmeter.tracking.job;

import io.clipmeter.tracking.job.JobReader.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the parts of jobs that this instance read, and those that it could not read. */
@Component
class JobMeters {
  private final Counter read;
  private final Counter failed;

  JobMeters(MeterRegistry meters) {
    this.read = counter(meters, "read");
    this.failed = counter(meters, "failed");
  }

  private static Counter counter(MeterRegistry meters, String result) {
    return Counter.builder("clipmeter.tracking.jobs.parts")
        .description("Parts of scraping jobs that are done")
        .tag("result", result)
        .register(meters);
  }

  void done(List<Outcome> outcomes) {
    long good = outcomes.stream().filter(Outcome.Read.class::isInstance).count();
    read.increment(good);
    failed.increment(outcomes.size() - good);
  }
}
