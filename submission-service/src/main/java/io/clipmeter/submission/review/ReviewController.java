package io.clipmeter.submission.review;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.submission.author.AuthorMatch;
import io.clipmeter.submission.submission.Submission;
import io.clipmeter.submission.submission.SubmissionRefusal;
import io.clipmeter.submission.submission.SubmissionStatus;
import io.clipmeter.submission.submission.Submissions;
import io.clipmeter.submission.submission.Submissions.Filter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Submissions, for admins. */
@RestController
@RequestMapping("/api/admin/submissions")
class ReviewController {
  private final ReviewDesk desk;
  private final Submissions submissions;
  private final MeterRegistry meters;

  ReviewController(ReviewDesk desk, Submissions submissions, MeterRegistry meters) {
    this.desk = desk;
    this.submissions = submissions;
    this.meters = meters;
  }

  @Operation(operationId = "listSubmissions", summary = "Everybody's submissions, newest first")
  @GetMapping
  Page<ReviewView> list(
      @RequestParam(required = false) @Nullable SubmissionStatus status,
      @RequestParam(required = false) @Nullable UUID campaignId,
      @RequestParam(required = false) @Nullable AuthorMatch author,
      @RequestParam(required = false) @Nullable Boolean sponsored,
      PageQuery page) {
    Filter everybodys = new Filter(null, status, campaignId, author, sponsored);
    return Page.of(submissions.page(everybodys, page), page, Submission::id).map(ReviewView::of);
  }

  @Operation(operationId = "getSubmission", summary = "One submission")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "submission-not-found")
  @GetMapping("/{id}")
  ReviewView get(@PathVariable UUID id) {
    return submissions
        .find(id)
        .map(ReviewView::of)
        .orElseThrow(() -> new SubmissionRefusal.NotFound().problem());
  }

  @Operation(
      operationId = "approveSubmission",
      summary = "Make a clip of a submission whose baseline is known")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "submission-not-found")
  @ApiResponse(
      responseCode = "409",
      description =
          "submission-not-pending, baseline-pending, campaign-over, author-mismatch,"
              + " sponsored-video")
  @PostMapping("/{id}/approve")
  ReviewView approve(
      Caller caller,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable ApprovalForm form) {
    return decided(desk.approve(id, caller.subject(), ApprovalForm.acknowledges(form)));
  }

  @Operation(operationId = "rejectSubmission", summary = "Refuse a submission, and say why")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "submission-not-found")
  @ApiResponse(responseCode = "409", description = "submission-not-pending")
  @PostMapping("/{id}/reject")
  ReviewView reject(Caller caller, @PathVariable UUID id, @Valid @RequestBody RejectionForm form) {
    return decided(desk.reject(id, caller.subject(), form.reason().strip()));
  }

  private ReviewView decided(ReviewOutcome outcome) {
    return switch (outcome) {
      case ReviewOutcome.Decided(Submission submission) -> {
        meters
            .counter("clipmeter.submission.decided", "decision", submission.status().name())
            .increment();
        yield ReviewView.of(submission);
      }
      case ReviewOutcome.Refused(ReviewRefusal refusal) -> throw refusal.problem();
    };
  }
}
