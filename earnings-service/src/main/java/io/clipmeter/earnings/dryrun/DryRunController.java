package io.clipmeter.earnings.dryrun;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows admins what a round would pay. */
@RestController
@RequestMapping("/api/admin/campaigns/{campaignId}/settlements")
class DryRunController {
  private final DryRunDesk desk;

  DryRunController(DryRunDesk desk) {
    this.desk = desk;
  }

  @Operation(
      operationId = "dryRunSettlement",
      summary = "What the next round would pay now",
      description =
          "Asks the rule that settles rounds, and writes nothing. With readings: a round of these,"
              + " by the newest terms, with what held rounds have read. Without a body: the next"
              + " closed round that is whole, with those that are held; these alone where there is"
              + " none, or where they have another price.")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @ApiResponse(responseCode = "409", description = "no-round-waits, held-rounds-first")
  @ApiResponse(responseCode = "422", description = "clips-invalid, round-too-large")
  @PostMapping("/dry-run")
  DryRunView run(
      @PathVariable UUID campaignId,
      @Valid @RequestBody(required = false) @Nullable DryRunForm form) {
    return form == null ? desk.runNext(campaignId) : desk.run(campaignId, form);
  }
}
