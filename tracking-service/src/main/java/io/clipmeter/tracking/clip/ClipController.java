package io.clipmeter.tracking.clip;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.tracking.observation.Observations;
import io.clipmeter.tracking.observation.PastReading;
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

  ClipController(Clips clips, Observations observations) {
    this.clips = clips;
    this.observations = observations;
  }

  @GetMapping("/api/view-tracking/clips/{clipId}/history")
  Page<PastReading> history(@PathVariable UUID clipId, PageQuery page) {
    if (!clips.knows(clipId)) {
      throw UNKNOWN_CLIP.because("No submission with this id was heard of.");
    }
    return observations.history(clipId, page);
  }
}
