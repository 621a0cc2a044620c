package io.clipmeter.earnings.receipt;

import io.clipmeter.chassis.security.Caller;
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

/** A clipper's own receipts. */
@RestController
@RequestMapping("/api/clippers/earnings")
class ClipperReceiptController {
  private final Receipts receipts;
  private final ReceiptOwners owners;
  private final ReceiptDesk desk;
  private final ReceiptDownloads downloads;

  ClipperReceiptController(
      Receipts receipts, ReceiptOwners owners, ReceiptDesk desk, ReceiptDownloads downloads) {
    this.receipts = receipts;
    this.owners = owners;
    this.desk = desk;
    this.downloads = downloads;
  }

  @Operation(operationId = "listMyReceipts", summary = "What became of my clip in each round")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @GetMapping("/{clipId}/receipts")
  Page<ReceiptView> ofClip(Caller caller, @PathVariable UUID clipId, PageQuery page) {
    if (!owners.clipperOf(clipId).equals(Optional.of(caller.subject()))) {
      throw AdminReceiptController.UNKNOWN_CLIP.because("None of your clips is " + clipId + ".");
    }
    return Page.of(receipts.ofClip(clipId, page), page, ReceiptView::roundId);
  }

  @Operation(operationId = "downloadMyReceipts", summary = "All receipts of my clips as CSV")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "429", description = "too-many-downloads")
  @GetMapping(value = "/receipts.csv", produces = "text/csv;charset=UTF-8")
  void download(Caller caller, HttpServletResponse response) throws IOException {
    downloads.inTurn(() -> desk.writeClipper(caller.subject(), ReceiptCsv.download(response)));
  }
}
