package io.clipmeter.tracking.trigger;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.tracking.campaign.Campaigns;
import io.clipmeter.tracking.clip.BaselineRunner;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sets rounds going by hand. */
@RestController
class UpdateController {
  private static final ProblemType UNKNOWN_CAMPAIGN =
      new ProblemType("campaign-not-found", 404, "There is no such campaign");

  private final Campaigns campaigns;
  private final BaselineRunner baselines;
  private final UpdateDesk desk;
  private final RoundStarter starter;
  private final RoundWait wait;

  UpdateController(
      Campaigns campaigns,
      BaselineRunner baselines,
      UpdateDesk desk,
      RoundStarter starter,
      RoundWait wait) {
    this.campaigns = campaigns;
    this.baselines = baselines;
    this.desk = desk;
    this.starter = starter;
    this.wait = wait;
  }

  /**
   * @param campaignId only this campaign; all where it is left out
   */
  record UpdateRequest(@Nullable UUID campaignId) {}

  /**
   * Starts a round of each campaign that can be read, due or not, and tries baselines that wait.
   * The rounds go on after the answer, unless {@code wait} says for how long to wait for them.
   */
  @Operation(
      operationId = "updateViews",
      summary = "Start a round of one campaign or of all, due or not",
      description =
          "Answers when the rounds have been started, or, with wait, when they are closed or the"
              + " time is over. A campaign that is being read already is joined.")
  @ApiResponse(responseCode = "200", description = "The rounds that were started or joined")
  @ApiResponse(responseCode = "400", description = "invalid-wait")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @PostMapping("/api/view-tracking/update")
  UpdateAnswer update(
      Caller caller,
      @RequestBody(required = false) @Nullable UpdateRequest request,
      @RequestParam(required = false) @Nullable Duration wait) {
    Duration patience = this.wait.checked(wait);
    Optional<UUID> campaignId = Optional.ofNullable(request).map(UpdateRequest::campaignId);
    if (campaignId.isPresent() && !campaigns.knows(campaignId.get())) {
      throw UNKNOWN_CAMPAIGN.because("No campaign with this id was heard of.");
    }
    starter.resume();
    baselines.force(campaignId);
    UpdateAnswer answer = UpdateAnswer.of(desk.begin(caller.subject(), campaignId));
    this.wait.until(
        answer.rounds().stream().map(UpdateAnswer.StartedRound::roundId).toList(), patience);
    return answer;
  }
}
