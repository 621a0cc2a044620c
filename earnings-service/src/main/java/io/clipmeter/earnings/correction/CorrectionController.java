package io.clipmeter.earnings.correction;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Corrections and holds of a clip's earnings, for admins. */
@RestController
@RequestMapping("/api/admin/campaigns/{campaignId}/earnings/{clipId}")
class CorrectionController {
  private final CorrectionDesk desk;
  private final Corrections corrections;

  CorrectionController(CorrectionDesk desk, Corrections corrections) {
    this.desk = desk;
    this.corrections = corrections;
  }

  @Operation(
      operationId = "adjustEarnings",
      summary = "Add to what a clip has earned, or take it back")
  @ApiResponse(responseCode = "201")
  @ApiResponse(responseCode = "403", description = "own-clip")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @ApiResponse(
      responseCode = "422",
      description = "amount-invalid, more-than-earned, adjustment-too-large")
  @PostMapping("/adjustments")
  @ResponseStatus(HttpStatus.CREATED)
  AdjustmentView adjust(
      Caller admin,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @PathVariable UUID campaignId,
      @PathVariable UUID clipId,
      @Valid @RequestBody CorrectionForm.Adjust form) {
    return desk.adjust(new CorrectionDesk.Order(admin, key), campaignId, clipId, form);
  }

  @Operation(operationId = "listAdjustments", summary = "A clip's adjustments, newest first")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @GetMapping("/adjustments")
  Page<AdjustmentView> adjustments(
      @PathVariable UUID campaignId, @PathVariable UUID clipId, PageQuery page) {
    known(campaignId, clipId);
    return Page.of(corrections.adjustments(clipId, page), page, AdjustmentView::id);
  }

  @Operation(operationId = "holdEarnings", summary = "Hold what a clip has earned")
  @ApiResponse(responseCode = "201")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @ApiResponse(
      responseCode = "422",
      description = "amount-invalid, more-than-earned, hold-end-invalid")
  @PostMapping("/holds")
  @ResponseStatus(HttpStatus.CREATED)
  HoldView hold(
      Caller admin,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @PathVariable UUID campaignId,
      @PathVariable UUID clipId,
      @Valid @RequestBody CorrectionForm.Hold form) {
    return desk.hold(new CorrectionDesk.Order(admin, key), campaignId, clipId, form);
  }

  @Operation(operationId = "listHolds", summary = "A clip's holds, newest first")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @GetMapping("/holds")
  Page<HoldView> holds(@PathVariable UUID campaignId, @PathVariable UUID clipId, PageQuery page) {
    known(campaignId, clipId);
    return Page.of(corrections.holds(clipId, page), page, HoldView::id);
  }

  @Operation(operationId = "releaseEarnings", summary = "End a hold, and take back what it held")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "403", description = "own-clip")
  @ApiResponse(responseCode = "404", description = "clip-not-found, hold-not-found")
  @ApiResponse(responseCode = "409", description = "hold-released")
  @PostMapping("/holds/{holdId}/release")
  HoldView release(
      Caller admin,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @PathVariable UUID campaignId,
      @PathVariable UUID clipId,
      @PathVariable UUID holdId,
      @Valid @RequestBody CorrectionForm.Release form) {
    return desk.release(new CorrectionDesk.Order(admin, key), campaignId, clipId, holdId, form);
  }

  private void known(UUID campaignId, UUID clipId) {
    if (corrections.clip(campaignId, clipId).isEmpty()) {
      throw new CorrectionRefusal.NoClip(clipId).problem();
    }
  }
}
