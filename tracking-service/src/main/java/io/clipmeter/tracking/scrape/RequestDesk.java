package io.clipmeter.tracking.scrape;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.job.Job;
import io.clipmeter.tracking.job.JobItem;
import io.clipmeter.tracking.job.JobItems;
import io.clipmeter.tracking.job.JobSettings;
import io.clipmeter.tracking.job.Jobs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction in which a job is added, and the note of it. */
@Component
class RequestDesk {
  private final Jobs jobs;
  private final JobItems items;
  private final AuditLog audit;
  private final JobSettings settings;
  private final Ids ids;
  private final Clock clock;

  RequestDesk(
      Jobs jobs, JobItems items, AuditLog audit, JobSettings settings, Ids ids, Clock clock) {
    this.jobs = jobs;
    this.items = items;
    this.audit = audit;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /** Adds a job; empty where the caller has too many that are not finished. */
  @Transactional
  Optional<Job> add(String caller, Job.Type type, @Nullable String subject, List<JobItem> parts) {
    if (jobs.countOpen(caller) >= settings.openMax()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Job job =
        new Job(
            ids.next(), type, Job.State.QUEUED, caller, subject, parts.size(), 0, 0, 0, now, null);
    jobs.add(job);
    items.add(job.id(), parts);
    int refused = (int) parts.stream().filter(part -> part.reason() != null).count();
    jobs.count(job.id(), 0, refused, 0, now);
    audit.add(
        caller,
        "scraping-job",
        Map.of("jobId", job.id(), "type", type, "parts", parts.size(), "refused", refused));
    return jobs.find(job.id());
  }
}
