package io.clipmeter.tracking.clip;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.tracking.observation.ClipDay;
import io.clipmeter.tracking.observation.ClipDays;
import io.clipmeter.tracking.observation.Observations;
import io.clipmeter.tracking.observation.PastReading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows admins what was read of a clip, and when. */
@RestController
class ClipController {
  private static final ProblemType UNKNOWN_CLIP =
      new ProblemType("clip-not-found", 404, "There is no such clip");

  private final Clips clips;
  private final Observations observations;
  private final ClipDays days;

  ClipController(Clips clips, Observations observations, ClipDays days) {
    this.clips = clips;
    this.days = days;
    this.observations = observations;
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
