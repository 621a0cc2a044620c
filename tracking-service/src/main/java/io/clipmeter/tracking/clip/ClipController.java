package io.clipmeter.tracking.clip;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.chassis.web.PlainText;
import io.clipmeter.tracking.observation.ClipDay;
import io.clipmeter.tracking.observation.ClipDays;
import io.clipmeter.tracking.observation.Observations;
import io.clipmeter.tracking.observation.PastReading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows admins what was read of a clip, and when, and lets them have it read again. */
@RestController
class ClipController {
  static final ProblemType UNKNOWN_CLIP =
      new ProblemType("clip-not-found", 404, "There is no such clip");

  private static final ProblemType NOT_GONE =
      new ProblemType("clip-not-gone", 409, "The clip was not taken out");

  private static final ProblemType CAMPAIGN_OVER =
      new ProblemType("campaign-over", 409, "The campaign is over");

  private static final ProblemType SHOWN_LATELY =
      new ProblemType("clip-shown-lately", 409, "The clip's video was shown a short while ago");

  private static final ProblemType NOT_TRACKED =
      new ProblemType("clip-not-tracked", 409, "The clip is not tracked");

  private final TakenOutDesk takenOut;
  private final Clips clips;
  private final Observations observations;
  private final ClipDays days;

  ClipController(TakenOutDesk takenOut, Clips clips, Observations observations, ClipDays days) {
    this.takenOut = takenOut;
    this.clips = clips;
    this.days = days;
    this.observations = observations;
  }

  /**
   * @param reason 3 to 500 characters, for the audit log
   */
  record TrackAgain(
      @NotNull @Size(min = 3, max = 500) @Pattern(regexp = PlainText.SEEN + "*") String reason) {}

  @Operation(
      operationId = "trackAgain",
      summary = "Track a clip again that was taken out because its video was gone",
      description = "The next round of its campaign reads it. What it earned before stands.")
  @ApiResponse(responseCode = "204", description = "It is tracked")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @ApiResponse(responseCode = "409", description = "clip-not-gone, campaign-over")
  @PostMapping("/api/view-tracking/clips/{clipId}/track-again")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void trackAgain(Caller caller, @PathVariable UUID clipId, @Valid @RequestBody TrackAgain wish) {
    switch (takenOut.trackAgain(caller.subject(), clipId, wish.reason())) {
      case TRACKED -> {}
      case NOT_GONE -> throw NOT_GONE.because("Only a clip that was taken out comes back.");
      case CAMPAIGN_OVER -> throw CAMPAIGN_OVER.because("No round reads its clips any more.");
      case UNKNOWN -> throw UNKNOWN_CLIP.because("No submission with this id was heard of.");
    }
  }

  /**
   * @param evidence where others can see it, too: a URL of a screenshot, or a note; 3 to 2,000
   *     characters, for the audit log
   */
  record Gone(
      @NotNull @Size(min = 3, max = 2000) @Pattern(regexp = PlainText.SEEN + "*")
          String evidence) {}

  @Operation(
      operationId = "takeOut",
      summary = "Take a clip out whose video is gone, though nothing proves it but an admin's eyes",
      description =
          "It is read no more, and what it earned stands; track-again brings it back. Said again"
              + " it changes nothing.")
  @ApiResponse(responseCode = "204", description = "It is read no more")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @ApiResponse(
      responseCode = "409",
      description = "clip-shown-lately, clip-not-tracked, campaign-over")
  @PostMapping("/api/view-tracking/clips/{clipId}/gone")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeOut(Caller caller, @PathVariable UUID clipId, @Valid @RequestBody Gone seen) {
    switch (takenOut.takeOut(caller.subject(), clipId, seen.evidence())) {
      case GONE -> {}
      case SHOWN_LATELY ->
          throw SHOWN_LATELY.because(
              "Only a video that was long not shown, to whichever campaign, can be said to be"
                  + " gone.");
      case CAMPAIGN_OVER -> throw CAMPAIGN_OVER.because("No round reads its clips any more.");
      case NOT_TRACKED -> throw NOT_TRACKED.because("Only a clip that is read can be taken out.");
      case UNKNOWN -> throw UNKNOWN_CLIP.because("No submission with this id was heard of.");
    }
  }

  @Operation(operationId = "showClip", summary = "A clip as it stands, and whether it is sponsored")
  @ApiResponse(responseCode = "200", description = "The clip")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @GetMapping("/api/view-tracking/clips/{clipId}")
  Clips.ShownClip show(@PathVariable UUID clipId) {
    return clips
        .find(clipId)
        .orElseThrow(() -> UNKNOWN_CLIP.because("No submission with this id was heard of."));
  }

  @Operation(operationId = "showHistory", summary = "A clip's readings, newest first")
  @ApiResponse(responseCode = "200", description = "One page of readings")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @GetMapping("/api/view-tracking/clips/{clipId}/history")
  Page<PastReading> history(@PathVariable UUID clipId, PageQuery page) {
    mustBeKnown(clipId);
    return observations.history(clipId, page);
  }

  @Operation(
      operationId = "showDays",
      summary = "What a clip stood at day by day (UTC), newest first",
      description =
          "The first day's growth is measured from the baseline: what was before is not ours.")
  @ApiResponse(responseCode = "200", description = "One page of days")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @GetMapping("/api/view-tracking/clips/{clipId}/days")
  Page<ClipDay> days(@PathVariable UUID clipId, PageQuery page) {
    mustBeKnown(clipId);
    return days.of(clipId, page);
  }

  private void mustBeKnown(UUID clipId) {
    if (!clips.knows(clipId)) {
      throw UNKNOWN_CLIP.because("No submission with this id was heard of.");
    }
  }
}
