package io.clipmeter.tracking.scrape;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.job.Job;
import io.clipmeter.tracking.job.JobItem;
import io.clipmeter.tracking.job.JobItem.Kind;
import io.clipmeter.tracking.job.JobRunner;
import io.clipmeter.tracking.job.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Searches the platforms by hashtag and by words; each search is a job and stays on record. */
@RestController
class SearchController {
  private static final ProblemType INVALID_SEARCH =
      new ProblemType("invalid-search", 400, "This cannot be searched for");
  private static final int LIMIT_USUAL = 20;
  private static final int LIMIT_MAX = 100;
  private static final List<Platform> WITH_SEARCH = List.of(Platform.TIKTOK, Platform.YOUTUBE);

  private final RequestDesk desk;
  private final JobRunner runner;
  private final Jobs jobs;

  SearchController(RequestDesk desk, JobRunner runner, Jobs jobs) {
    this.desk = desk;
    this.runner = runner;
    this.jobs = jobs;
  }

  /**
   * @param hashtag with or without the #
   * @param limit videos at most, 1 to 100; 20 where it is left out
   */
  record HashtagSearch(
      @Nullable String hashtag, @Nullable Platform platform, @Nullable Integer limit) {}

  /**
   * @param term words, 1 to 200 characters
   * @param platform TIKTOK or YOUTUBE; both where it is left out
   * @param limit videos of each platform at most, 1 to 100; 20 where it is left out
   */
  record TermSearch(@Nullable String term, @Nullable Platform platform, @Nullable Integer limit) {}

  @Operation(operationId = "searchHashtag", summary = "Look for videos under a hashtag")
  @ApiResponse(responseCode = "202", description = "The job that looks for them")
  @ApiResponse(responseCode = "400", description = "invalid-search")
  @ApiResponse(responseCode = "429", description = "too-many-open-jobs")
  @PostMapping("/api/search/hashtag")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Job hashtag(Caller caller, @RequestBody HashtagSearch search) {
    String given = search.hashtag() == null ? "" : search.hashtag().strip();
    String tag = given.startsWith("#") ? given.substring(1) : given;
    if (!tag.matches("[\\p{L}\\p{M}\\p{N}_]{1,100}")) {
      throw INVALID_SEARCH.because("hashtag must be 1 to 100 letters, digits and underscores.");
    }
    if (search.platform() == null) {
      throw INVALID_SEARCH.because("platform must be TIKTOK, YOUTUBE or INSTAGRAM.");
    }
    int limit = limit(search.limit());
    return begin(caller, Job.Type.HASHTAG, tag, List.of(search.platform()), limit);
  }

  @Operation(operationId = "searchTerm", summary = "Look for videos by words")
  @ApiResponse(responseCode = "202", description = "The job that looks for them")
  @ApiResponse(responseCode = "400", description = "invalid-search")
  @ApiResponse(responseCode = "429", description = "too-many-open-jobs")
  @PostMapping("/api/search/term")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Job term(Caller caller, @RequestBody TermSearch search) {
    String term = search.term() == null ? "" : search.term().strip();
    if (!term.matches("[^\\p{Cc}\\p{Cs}]{1,200}")) {
      throw INVALID_SEARCH.because("term must be 1 to 200 characters without control characters.");
    }
    Platform platform = search.platform();
    if (platform != null && !WITH_SEARCH.contains(platform)) {
      throw INVALID_SEARCH.because("Words can be searched on TIKTOK and YOUTUBE only.");
    }
    List<Platform> platforms = platform == null ? WITH_SEARCH : List.of(platform);
    return begin(caller, Job.Type.TERM, term, platforms, limit(search.limit()));
  }

  private static int limit(@Nullable Integer asked) {
    int limit = asked == null ? LIMIT_USUAL : asked;
    if (limit < 1 || limit > LIMIT_MAX) {
      throw INVALID_SEARCH.because("limit must be 1 to " + LIMIT_MAX + ".");
    }
    return limit;
  }

  private Job begin(
      Caller caller, Job.Type type, String subject, List<Platform> platforms, int limit) {
    Kind kind = type == Job.Type.HASHTAG ? Kind.HASHTAG : Kind.TERM;
    List<JobItem> parts =
        platforms.stream()
            .map(
                platform ->
                    JobItem.pending(
                        platforms.indexOf(platform), subject, kind, platform, subject, null, limit))
            .toList();
    Job job =
        desk.add(caller.subject(), type, subject, parts)
            .orElseThrow(() -> ScrapeController.TOO_MANY_JOBS.because("Wait for one to finish."));
    runner.wake();
    return job;
  }

  @Operation(operationId = "listSearches", summary = "What was searched for, newest first")
  @GetMapping("/api/search/history")
  Page<Job> history(PageQuery page) {
    return jobs.searches(page);
  }
}
