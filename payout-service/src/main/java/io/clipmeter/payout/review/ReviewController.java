package io.clipmeter.payout.review;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequests;
import io.clipmeter.payout.request.PayoutStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All payout requests, for admins. */
@RestController
@RequestMapping("/api/admin/payout-requests")
class ReviewController {
  private final ReviewDesk desk;
  private final PayoutRequests requests;
  private final Clock clock;

  ReviewController(ReviewDesk desk, PayoutRequests requests, Clock clock) {
    this.desk = desk;
    this.requests = requests;
    this.clock = clock;
  }

  @Operation(summary = "All payout requests, newest first, details masked")
  @GetMapping
  Page<ReviewView> list(
      @RequestParam(required = false) @Nullable PayoutStatus status, PageQuery page) {
    return Page.of(requests.page(status, page), page, PayoutRequest::id).map(ReviewView::of);
  }

  @Operation(summary = "One payout request with its unmasked details; the reading is audited")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "not-found")
  @GetMapping("/{id}")
  ReviewView get(Caller admin, @PathVariable UUID id) {
    return desk.open(admin, id, now());
  }

  @Operation(summary = "Approve, reject or mark as paid")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "not-found")
  @ApiResponse(
      responseCode = "409",
      description =
          "payout-not-requested, payout-not-approved, payout-not-rejectable, transaction-id-used")
  @PostMapping("/{id}/process")
  ReviewView process(
      Caller admin,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @PathVariable UUID id,
      @Valid @RequestBody ReviewAction action) {
    return desk.process(admin, key, id, action, now());
  }

  /** In the precision that the database keeps, so that the first answer equals all later ones. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
