package io.clipmeter.tracking.scrape;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.job.Job;
import io.clipmeter.tracking.job.JobItem;
import io.clipmeter.tracking.job.JobItem.Kind;
import io.clipmeter.tracking.job.JobItems;
import io.clipmeter.tracking.job.JobResults;
import io.clipmeter.tracking.job.JobResults.Result;
import io.clipmeter.tracking.job.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows jobs, how far they are, and what they found. */
@RestController
class JobController {
  private static final ProblemType UNKNOWN_JOB =
      new ProblemType("job-not-found", 404, "There is no such job");

  private final Jobs jobs;
  private final JobItems items;
  private final JobResults results;

  JobController(Jobs jobs, JobItems items, JobResults results) {
    this.jobs = jobs;
    this.items = items;
    this.results = results;
  }

  /**
   * A job and its parts.
   *
   * @param items one for each address, in their order
   */
  record ShownJob(Job job, List<ShownItem> items) {}

  /**
   * One part of a job.
   *
   * @param input as it was asked for, shortened
   * @param kind what it was taken for; null where it was refused before that
   * @param error a stable word for why there is nothing; null unless it failed
   * @param found videos that it led to
   */
  record ShownItem(
      String input,
      @Nullable Kind kind,
      @Nullable Platform platform,
      JobItem.State state,
      @Nullable String error,
      int found) {
    static ShownItem of(JobItem item) {
      return new ShownItem(
          item.input(), item.kind(), item.platform(), item.state(), item.reason(), item.found());
    }
  }

  @Operation(operationId = "listJobs", summary = "Scraping jobs, newest first")
  @GetMapping("/api/scrape/jobs")
  Page<Job> list(PageQuery page) {
    return jobs.list(page);
  }

  @Operation(operationId = "showJob", summary = "One job, how far it is, and each of its parts")
  @ApiResponse(responseCode = "200", description = "The job as it stands")
  @ApiResponse(responseCode = "404", description = "job-not-found")
  @GetMapping("/api/scrape/jobs/{jobId}")
  ShownJob show(@PathVariable UUID jobId) {
    Job job = known(jobId);
    return new ShownJob(job, items.of(jobId).stream().map(ShownItem::of).toList());
  }

  @Operation(operationId = "listJobVideos", summary = "The videos that a job found so far")
  @ApiResponse(responseCode = "200", description = "One page of videos, the last found first")
  @ApiResponse(responseCode = "404", description = "job-not-found")
  @GetMapping("/api/scrape/jobs/{jobId}/videos")
  Page<Result> videos(@PathVariable UUID jobId, PageQuery page) {
    known(jobId);
    return results.list(jobId, page);
  }

  private Job known(UUID jobId) {
    return jobs.find(jobId).orElseThrow(() -> UNKNOWN_JOB.because("No job has this id."));
  }
}
