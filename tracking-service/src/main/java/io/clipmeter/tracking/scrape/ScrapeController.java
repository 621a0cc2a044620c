package io.clipmeter.tracking.scrape;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.discovery.Account;
import io.clipmeter.tracking.discovery.CreatorAccounts;
import io.clipmeter.tracking.job.Job;
import io.clipmeter.tracking.job.JobItem;
import io.clipmeter.tracking.job.JobItem.Kind;
import io.clipmeter.tracking.job.JobRunner;
import io.clipmeter.tracking.job.JobSettings;
import io.clipmeter.tracking.link.LinkResolver;
import io.clipmeter.tracking.scrape.JobController.ShownItem;
import io.clipmeter.tracking.scrape.JobController.ShownJob;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes addresses and accounts to be looked up. */
@RestController
class ScrapeController {
  static final ProblemType TOO_MANY_JOBS =
      new ProblemType("too-many-open-jobs", 429, "Too many of your jobs are not finished");
  private static final ProblemType INVALID_URLS =
      new ProblemType("invalid-urls", 400, "The list of addresses is not possible");
  private static final ProblemType UNKNOWN_ACCOUNT =
      new ProblemType("account-not-found", 404, "There is no such account");

  private final RequestDesk desk;
  private final JobRunner runner;
  private final CreatorAccounts accounts;
  private final JobSettings settings;
  private final LinkResolver links;

  ScrapeController(
      RequestDesk desk,
      JobRunner runner,
      CreatorAccounts accounts,
      JobSettings settings,
      LinkResolver links) {
    this.desk = desk;
    this.runner = runner;
    this.accounts = accounts;
    this.settings = settings;
    this.links = links;
  }

  /**
   * @param urls addresses of videos and of accounts, mixed, as they were pasted
   */
  record UrlsRequest(@Nullable List<@Nullable String> urls) {}

  @Operation(
      operationId = "scrapeUrls",
      summary = "Have videos and accounts looked up by their addresses",
      description =
          "Each address is taken or refused for itself: see the items of the job. An account leads"
              + " to its newest videos, a short link to where its platform says.")
  @ApiResponse(responseCode = "202", description = "The job that looks them up")
  @ApiResponse(responseCode = "400", description = "invalid-urls")
  @ApiResponse(responseCode = "429", description = "too-many-open-jobs")
  @PostMapping("/api/scrape/urls")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ShownJob scrape(Caller caller, @RequestBody UrlsRequest request) {
    List<@Nullable String> urls = request.urls();
    if (urls == null || urls.isEmpty() || urls.size() > settings.urlMax()) {
      throw INVALID_URLS.because("urls must hold 1 to " + settings.urlMax() + " addresses.");
    }
    List<JobItem> parts = ScrapePolicy.parts(urls, links.read(given(urls)), settings.profileMax());
    return begin(caller, Job.Type.URLS, null, parts);
  }

  private static List<String> given(List<@Nullable String> urls) {
    List<String> given = new ArrayList<>();
    for (@Nullable String url : urls) {
      if (url != null) {
        given.add(url);
      }
    }
    return given;
  }

  @Operation(operationId = "refreshAccount", summary = "Look an account and its videos up again")
  @ApiResponse(responseCode = "202", description = "The job that looks it up")
  @ApiResponse(responseCode = "404", description = "account-not-found")
  @ApiResponse(responseCode = "429", description = "too-many-open-jobs")
  @PostMapping("/api/accounts/{accountId}/refresh")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ShownJob refresh(Caller caller, @PathVariable UUID accountId) {
    Account account =
        accounts
            .find(accountId)
            .orElseThrow(() -> UNKNOWN_ACCOUNT.because("No account has this id."));
    String handle = account.handle();
    JobItem part =
        JobItem.pending(
            0,
            ScrapePolicy.shown(handle),
            Kind.ACCOUNT,
            account.platform(),
            handle,
            null,
            settings.profileMax());
    return begin(caller, Job.Type.ACCOUNT, handle, List.of(part));
  }

  private ShownJob begin(
      Caller caller, Job.Type type, @Nullable String subject, List<JobItem> parts) {
    Job job =
        desk.add(caller.subject(), type, subject, parts)
            .orElseThrow(
                () ->
                    TOO_MANY_JOBS.because(
                        "At most " + settings.openMax() + " may be open. Wait for one to finish."));
    runner.wake();
    return new ShownJob(job, parts.stream().map(ShownItem::of).toList());
  }

  @Operation(
      operationId = "listAccounts",
      summary = "Accounts whose videos were found, the last met first")
  @GetMapping("/api/scrape/accounts")
  Page<Account> accounts(
      @RequestParam(required = false) @Nullable Platform platform, PageQuery page) {
    return accounts.list(Optional.ofNullable(platform), page);
  }
}
