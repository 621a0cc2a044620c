package io.clipmeter.earnings.statement;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a campaign has paid, for admins. */
@RestController
@RequestMapping("/api/admin/campaigns/{campaignId}")
class AdminEarningsController {
  private static final ProblemType UNKNOWN_CAMPAIGN =
      new ProblemType("campaign-not-found", 404, "There is no such campaign");
  static final ProblemType UNKNOWN_CLIP =
      new ProblemType("clip-not-found", 404, "There is no such clip");

  private final Statements statements;

  AdminEarningsController(Statements statements) {
    this.statements = statements;
  }

  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @GetMapping("/budget")
  BudgetStatement budget(@PathVariable UUID campaignId) {
    return statements
        .budget(campaignId)
        .orElseThrow(
            () -> UNKNOWN_CAMPAIGN.because("No published campaign " + campaignId + " is known."));
  }

  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @GetMapping("/earnings")
  Page<ClipStatement> earnings(@PathVariable UUID campaignId, PageQuery page) {
    budget(campaignId);
    return Page.of(statements.ofCampaign(campaignId, page), page, ClipStatement::clipId);
  }

  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @GetMapping("/earnings/{clipId}/accruals")
  Page<AccrualStatement> accruals(
      @PathVariable UUID campaignId, @PathVariable UUID clipId, PageQuery page) {
    if (!statements.campaignOf(clipId).equals(Optional.of(campaignId))) {
      throw UNKNOWN_CLIP.because("No clip of campaign " + campaignId + " is " + clipId + ".");
    }
    return Page.of(statements.ofClip(clipId, page), page, AccrualStatement::roundId);
  }
}
