package io.clipmeter.earnings.receipt;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Settled rounds and their receipts, for admins. */
@RestController
@RequestMapping("/api/admin/campaigns/{campaignId}")
class AdminReceiptController {
  static final ProblemType UNKNOWN_CLIP =
      new ProblemType("clip-not-found", 404, "There is no such clip");
  private static final ProblemType UNKNOWN_CAMPAIGN =
      new ProblemType("campaign-not-found", 404, "There is no such campaign");

  private final Receipts receipts;
  private final ReceiptOwners owners;
  private final ReceiptDesk desk;
  private final ReceiptDownloads downloads;

  AdminReceiptController(
      Receipts receipts, ReceiptOwners owners, ReceiptDesk desk, ReceiptDownloads downloads) {
    this.receipts = receipts;
    this.owners = owners;
    this.desk = desk;
    this.downloads = downloads;
  }

  @Operation(operationId = "listSettlements", summary = "A campaign's settled rounds, newest first")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @GetMapping("/settlements")
  Page<SettlementView> settlements(@PathVariable UUID campaignId, PageQuery page) {
    known(campaignId);
    return Page.of(receipts.settlements(campaignId, page), page, SettlementView::roundId);
  }

  @Operation(operationId = "listReceiptsOfRound", summary = "What became of each clip in a round")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @GetMapping("/settlements/{roundId}/receipts")
  Page<ReceiptView> ofRound(
      @PathVariable UUID campaignId, @PathVariable UUID roundId, PageQuery page) {
    known(campaignId);
    return Page.of(receipts.ofRound(campaignId, roundId, page), page, ReceiptView::clipId);
  }

  @Operation(operationId = "downloadReceipts", summary = "All receipts of a campaign as CSV")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "429", description = "too-many-downloads")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @GetMapping(value = "/settlements/receipts.csv", produces = "text/csv;charset=UTF-8")
  void download(@PathVariable UUID campaignId, HttpServletResponse response) throws IOException {
    known(campaignId);
    downloads.inTurn(() -> desk.writeCampaign(campaignId, ReceiptCsv.download(response)));
  }

  @Operation(operationId = "listReceiptsOfClip", summary = "What became of a clip in each round")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @GetMapping("/earnings/{clipId}/receipts")
  Page<ReceiptView> ofClip(
      @PathVariable UUID campaignId, @PathVariable UUID clipId, PageQuery page) {
    if (!owners.campaignOf(clipId).equals(Optional.of(campaignId))) {
      throw UNKNOWN_CLIP.because("No clip of campaign " + campaignId + " is " + clipId + ".");
    }
    return Page.of(receipts.ofClip(clipId, page), page, ReceiptView::roundId);
  }

  private void known(UUID campaignId) {
    if (!owners.knows(campaignId)) {
      throw UNKNOWN_CAMPAIGN.because("No published campaign " + campaignId + " is known.");
    }
  }
}
