package io.clipmeter.earnings.dryrun;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.UUID;
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
      summary = "What a round with these readings would pay now",
      description = "Asks the rule that settles rounds, by the newest terms, and writes nothing.")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @ApiResponse(responseCode = "422", description = "clips-invalid")
  @PostMapping("/dry-run")
  DryRunView run(@PathVariable UUID campaignId, @Valid @RequestBody DryRunForm form) {
    return desk.run(campaignId, form);
  }
}
