package io.clipmeter.submission.submission;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl;
import io.clipmeter.links.VideoUrl.Profile;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.links.VideoUrls;
import io.clipmeter.links.shortlink.Resolution;
import io.clipmeter.links.shortlink.Resolution.Refusal;
import io.clipmeter.links.shortlink.Resolution.Resolved;
import io.clipmeter.links.shortlink.Resolution.Unreachable;
import io.clipmeter.submission.link.LinkResolver;
import io.clipmeter.submission.submission.Submissions.Filter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A clipper's own submissions. */
@RestController
@RequestMapping(SubmissionController.PATH)
class SubmissionController {
  static final String PATH = "/api/clippers/submissions";

  private final SubmissionDesk desk;
  private final LinkResolver links;
  private final Submissions submissions;
  private final Clock clock;
  private final MeterRegistry meters;

  SubmissionController(
      SubmissionDesk desk,
      LinkResolver links,
      Submissions submissions,
      Clock clock,
      MeterRegistry meters) {
    this.desk = desk;
    this.links = links;
    this.submissions = submissions;
    this.clock = clock;
    this.meters = meters;
  }

  @Operation(operationId = "submitVideo", summary = "Offer a video to a campaign")
  @ApiResponse(responseCode = "201")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @ApiResponse(
      responseCode = "409",
      description =
          "campaign-not-started, campaign-not-active, duplicate-video, too-many-open-submissions")
  @ApiResponse(
      responseCode = "422",
      description =
          "platform-not-allowed, profile-url, short-link-unresolvable, not-a-video, url-too-long,"
              + " malformed-url, unsupported-host")
  @ApiResponse(responseCode = "503", description = "platform-not-answering")
  @PostMapping
  ResponseEntity<SubmissionView> submit(Caller caller, @Valid @RequestBody SubmissionForm form) {
    SubmissionView submission = received(caller, form);
    return ResponseEntity.created(URI.create(PATH + "/" + submission.id())).body(submission);
  }

  @Operation(operationId = "listOwnSubmissions", summary = "My submissions, newest first")
  @GetMapping
  Page<SubmissionView> list(
      Caller caller,
      @RequestParam(required = false) @Nullable SubmissionStatus status,
      @RequestParam(required = false) @Nullable UUID campaignId,
      PageQuery page) {
    Filter own = new Filter(caller.subject(), status, campaignId, null, null);
    return Page.of(submissions.page(own, page), page, Submission::id).map(SubmissionView::of);
  }

  @Operation(operationId = "getOwnSubmission", summary = "One of my submissions")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "submission-not-found")
  @GetMapping("/{id}")
  SubmissionView get(Caller caller, @PathVariable UUID id) {
    return submissions
        .findOwn(id, caller.subject())
        .map(SubmissionView::of)
        .orElseThrow(() -> new SubmissionRefusal.NotFound().problem());
  }

  @Operation(
      operationId = "withdrawSubmission",
      summary = "Take a submission back that nobody has decided on")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "submission-not-found")
  @ApiResponse(responseCode = "409", description = "submission-not-pending")
  @PostMapping("/{id}/withdraw")
  SubmissionView withdraw(Caller caller, @PathVariable UUID id) {
    return done(desk.withdraw(caller.subject(), id));
  }

  private SubmissionView received(Caller caller, SubmissionForm form) {
    SubmissionView received = done(offered(caller, form));
    meters
        .counter("clipmeter.submission.received", "platform", received.platform().name())
        .increment();
    return received;
  }

  private SubmissionOutcome offered(Caller caller, SubmissionForm form) {
    return switch (VideoUrls.parse(form.url(), clock.instant())) {
      case Video video ->
          desk.receive(caller.subject(), form.campaignId(), video, VideoUrls.trimmed(form.url()));
      case ShortLink link ->
          desk.objection(form.campaignId(), link.platform())
              .<SubmissionOutcome>map(SubmissionOutcome.Refused::new)
              .orElseGet(() -> followed(caller, form, link));
      case VideoUrl other -> new SubmissionOutcome.Refused(new SubmissionRefusal.NoVideo(other));
    };
  }

  /** No transaction is open while the platform is asked. */
  private SubmissionOutcome followed(Caller caller, SubmissionForm form, ShortLink link) {
    Platform platform = link.platform();
    return switch (links.resolve(link)) {
      case Resolved(Video video) ->
          desk.receive(caller.subject(), form.campaignId(), video, VideoUrls.trimmed(form.url()));
      case Resolved(Profile profile) -> dead(platform, "PROFILE");
      case Resolved(VideoUrl other) -> dead(platform, "NOT_A_VIDEO");
      case Resolution.Refused(Refusal reason) -> dead(platform, reason.name());
      case Unreachable silent ->
          new SubmissionOutcome.Refused(
              new SubmissionRefusal.SilentPlatform(platform, links.pause()));
    };
  }

  private static SubmissionOutcome dead(Platform platform, String leadsTo) {
    return new SubmissionOutcome.Refused(new SubmissionRefusal.DeadLink(platform, leadsTo));
  }

  private SubmissionView done(SubmissionOutcome outcome) {
    return switch (outcome) {
      case SubmissionOutcome.Done(Submission submission) -> SubmissionView.of(submission);
      case SubmissionOutcome.Refused(SubmissionRefusal refusal) -> {
        ProblemException problem = refusal.problem();
        meters.counter("clipmeter.submission.refused", "reason", problem.type().slug()).increment();
        throw problem;
      }
    };
  }
}
