package io.clipmeter.tracking.job;

import io.clipmeter.tracking.discovery.CreatorAccounts;
import io.clipmeter.tracking.discovery.CreatorAccounts.Met;
import io.clipmeter.tracking.discovery.Findings;
import io.clipmeter.tracking.discovery.Findings.Finding;
import io.clipmeter.tracking.job.JobItems.Finished;
import io.clipmeter.tracking.job.JobReader.Outcome;
import io.clipmeter.tracking.source.VideoKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction in which it is written what came of some of a job's parts. */
@Component
class JobDesk {
  private final Jobs jobs;
  private final JobItems items;
  private final JobResults results;
  private final Findings findings;
  private final CreatorAccounts accounts;

  JobDesk(
      Jobs jobs, JobItems items, JobResults results, Findings findings, CreatorAccounts accounts) {
    this.jobs = jobs;
    this.items = items;
    this.results = results;
    this.findings = findings;
    this.accounts = accounts;
  }

  /** The parts of a job that are not read yet. */
  List<JobItem> pending(UUID job) {
    return items.pending(job);
  }

  /**
   * Writes and publishes what came of parts; false where the job is no longer ours. A part that was
   * written before counts once.
   */
  @Transactional
  boolean record(Job.Claimed job, List<Outcome> outcomes, Instant now) {
    if (!jobs.hold(job, now)) {
      return false;
    }
    List<Outcome.Read> reads =
        outcomes.stream()
            .filter(Outcome.Read.class::isInstance)
            .map(Outcome.Read.class::cast)
            .toList();
    Set<VideoKey> believed =
        findings.take(reads.stream().flatMap(read -> findings(read).stream()).toList());
    accounts.see(reads.stream().flatMap(read -> met(read).stream()).toList());
    List<Finished> finished =
        outcomes.stream().map(outcome -> finished(outcome, believed)).toList();
    Set<Integer> written = items.finish(job.id(), finished);
    int found = results.add(job.id(), believed);
    int failed =
        (int)
            finished.stream()
                .filter(part -> part.reason() != null && written.contains(part.position()))
                .count();
    jobs.count(job.id(), written.size() - failed, failed, found, now);
    return true;
  }

  private static List<Finding> findings(Outcome.Read read) {
    return read.found().stream()
        .map(found -> new Finding(found, read.source(), read.at()))
        .toList();
  }

  private static Optional<Met> met(Outcome.Read read) {
    return Optional.ofNullable(read.profile())
        .map(page -> new Met(Objects.requireNonNull(read.item().platform()), page, read.at()));
  }

  private static Finished finished(Outcome outcome, Set<VideoKey> believed) {
    return switch (outcome) {
      case Outcome.Failed failed -> new Finished(failed.item().position(), failed.reason(), 0);
      case Outcome.Read read -> finished(read, believed);
    };
  }

  private static Finished finished(Outcome.Read read, Set<VideoKey> believed) {
    int taken = (int) read.found().stream().filter(f -> believed.contains(f.video().key())).count();
    boolean nothingTrue = taken == 0 && !read.found().isEmpty();
    return new Finished(read.item().position(), nothingTrue ? "implausible" : null, taken);
  }
}
