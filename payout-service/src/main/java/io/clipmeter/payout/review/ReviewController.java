package io.clipmeter.payout.review;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.payout.audit.AuditRecord;
import io.clipmeter.payout.audit.AuditRecords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All payout requests, for admins. */
@RestController
@RequestMapping("/api/admin/payout-requests")
class ReviewController {

  /** Sums, each of one status in one currency. */
  record TotalList(List<PayoutTotal> items) {}

  private final ReviewDesk desk;
  private final DetailsDesk details;
  private final Reviews reviews;
  private final PayoutTotals totals;
  private final AuditRecords audit;
  private final Clock clock;

  ReviewController(
      ReviewDesk desk,
      DetailsDesk details,
      Reviews reviews,
      PayoutTotals totals,
      AuditRecords audit,
      Clock clock) {
    this.desk = desk;
    this.details = details;
    this.reviews = reviews;
    this.totals = totals;
    this.audit = audit;
    this.clock = clock;
  }

  @Operation(summary = "All payout requests, newest first, details masked")
  @GetMapping
  Page<ReviewView> list(@Valid @ParameterObject FilterForm filter, PageQuery page) {
    return Page.of(reviews.page(filter.read(), page), page, ReviewView::id);
  }

  @Operation(summary = "How many payout requests there are and of how much money, by status")
  @GetMapping("/totals")
  TotalList totals(@Valid @ParameterObject FilterForm filter) {
    return new TotalList(totals.of(filter.read()));
  }

  @Operation(summary = "Who decided or looked at what about one payout request, oldest first")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "not-found")
  @GetMapping("/{id}/audit")
  Page<AuditRecord> audit(@PathVariable UUID id, PageQuery page) {
    return audit.of(reviews.find(id).id(), page);
  }

  @Operation(
      summary =
          "One payout request. Its details are masked but for who is paying it by hand; reading"
              + " them is audited")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "not-found")
  @ApiResponse(
      responseCode = "409",
      description = "earnings-in-question, balance-below-zero: not to be paid by hand now")
  @GetMapping("/{id}")
  ReviewView get(Caller admin, @PathVariable UUID id) {
    return details.open(admin, id, now());
  }

  @Operation(
      summary = "Approve or reject; say that one pays by hand, then that it was paid or has failed")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "not-found")
  @ApiResponse(
      responseCode = "409",
      description =
          "payout-not-requested, payout-not-approved, payout-not-rejectable, earnings-in-question,"
              + " balance-below-zero, payout-not-sent-by-hand, transaction-id-used,"
              + " second-approver-required, idempotency-key-in-flight")
  @ApiResponse(responseCode = "403", description = "own-payout")
  @ApiResponse(responseCode = "422", description = "idempotency-key-reused")
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
