package io.clipmeter.tracking.clip;

import io.clipmeter.chassis.security.Caller;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows clippers what was read of their own clips: the readings that pay them. */
@RestController
@RequestMapping("/api/clippers/clips/{clipId}")
class OwnClipController {
  private final Clips clips;
  private final Observations observations;
  private final ClipDays days;

  OwnClipController(Clips clips, Observations observations, ClipDays days) {
    this.clips = clips;
    this.observations = observations;
    this.days = days;
  }

  @Operation(operationId = "showOwnHistory", summary = "My clip's readings, newest first")
  @ApiResponse(responseCode = "200", description = "One page of readings")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @GetMapping("/history")
  Page<PastReading> history(Caller caller, @PathVariable UUID clipId, PageQuery page) {
    mustBeOwn(caller, clipId);
    return observations.history(clipId, page);
  }

  @Operation(
      operationId = "showOwnDays",
      summary = "What my clip stood at day by day (UTC), newest first",
      description = "The first day's growth is measured from the baseline.")
  @ApiResponse(responseCode = "200", description = "One page of days")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @GetMapping("/days")
  Page<ClipDay> days(Caller caller, @PathVariable UUID clipId, PageQuery page) {
    mustBeOwn(caller, clipId);
    return days.of(clipId, page);
  }

  /** Whose it is else is nobody's business, and so is that there is one. */
  private void mustBeOwn(Caller caller, UUID clipId) {
    if (!clips.belongs(clipId, caller.subject())) {
      throw ClipController.UNKNOWN_CLIP.because("No clip of yours has this id.");
    }
  }
}
