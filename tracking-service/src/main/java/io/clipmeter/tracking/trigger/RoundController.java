package io.clipmeter.tracking.trigger;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.tracking.round.Round;
import io.clipmeter.tracking.round.Rounds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows admins the rounds and how far they are. */
@RestController
class RoundController {
  private static final ProblemType UNKNOWN_ROUND =
      new ProblemType("round-not-found", 404, "There is no such round");

  private final Rounds rounds;

  RoundController(Rounds rounds) {
    this.rounds = rounds;
  }

  @Operation(operationId = "listRounds", summary = "Rounds, newest first")
  @GetMapping("/api/view-tracking/rounds")
  Page<Round> list(@RequestParam(required = false) @Nullable UUID campaignId, PageQuery page) {
    return rounds.list(Optional.ofNullable(campaignId), page);
  }

  @Operation(operationId = "showRound", summary = "One round and how far it is")
  @ApiResponse(responseCode = "200", description = "The round as it stands")
  @ApiResponse(responseCode = "404", description = "round-not-found")
  @GetMapping("/api/view-tracking/rounds/{roundId}")
  Round show(@PathVariable UUID roundId) {
    return rounds.find(roundId).orElseThrow(() -> UNKNOWN_ROUND.because("No round has this id."));
  }
}
