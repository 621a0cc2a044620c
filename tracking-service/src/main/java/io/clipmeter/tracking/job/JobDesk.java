package io.clipmeter.tracking.job;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.discovery.CreatorAccounts;
import io.clipmeter.tracking.discovery.Findings;
import io.clipmeter.tracking.job.JobItems.Finished;
import io.clipmeter.tracking.job.JobReader.Outcome;
import io.clipmeter.tracking.source.VideoKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
  private final JobSettings settings;

  JobDesk(
      Jobs jobs,
      JobItems items,
      JobResults results,
      Findings findings,
      CreatorAccounts accounts,
      JobSettings settings) {
    this.jobs = jobs;
    this.items = items;
    this.results = results;
    this.findings = findings;
    this.accounts = accounts;
    this.settings = settings;
  }

  /** Writes and publishes what came of parts; false where the job is no longer ours. */
  @Transactional
  boolean record(Job.Claimed job, List<Outcome> outcomes, Instant now) {
    if (!jobs.hold(job, now.plus(settings.lease()))) {
      return false;
    }
    List<Finished> finished = new ArrayList<>();
    int found = 0;
    for (Outcome outcome : outcomes) {
      Finished part = taken(outcome);
      found += results.add(job.id(), part.found());
      finished.add(part);
    }
    items.finish(job.id(), finished);
    int failed = (int) finished.stream().filter(part -> part.reason() != null).count();
    jobs.count(job.id(), finished.size() - failed, failed, found, now);
    return true;
  }

  private Finished taken(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed ->
          new Finished(failed.item().position(), failed.reason(), List.of());
      case Outcome.Read read -> taken(read);
    };
  }

  private Finished taken(Outcome.Read read) {
    List<VideoKey> believed = findings.take(read.found(), read.source(), read.at());
    Platform platform = Objects.requireNonNull(read.item().platform());
    if (read.profile() != null) {
      accounts.see(List.of(new CreatorAccounts.Met(platform, read.profile())), read.at());
    }
    boolean nothingTrue = believed.isEmpty() && !read.found().isEmpty();
    return new Finished(read.item().position(), nothingTrue ? "implausible" : null, believed);
  }
}
