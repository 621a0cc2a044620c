package io.clipmeter.payout.reconciliation;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.payout.audit.AuditRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
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

/** Where balances are in question, for admins. */
@RestController
@RequestMapping("/api/admin/balances/discrepancies")
class DiscrepancyController {
  private final DiscrepancyDesk desk;
  private final Discrepancies discrepancies;
  private final Clock clock;

  DiscrepancyController(DiscrepancyDesk desk, Discrepancies discrepancies, Clock clock) {
    this.desk = desk;
    this.discrepancies = discrepancies;
    this.clock = clock;
  }

  @Operation(
      summary = "Where what was posted is not what the earnings service states, newest first")
  @GetMapping
  Page<Discrepancy> list(
      @RequestParam(required = false) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]{1,255}")
          @Nullable String clipperId,
      @RequestParam(defaultValue = "true") boolean open,
      PageQuery page) {
    return Page.of(discrepancies.page(clipperId, open, page), page, Discrepancy::id);
  }

  @Operation(
      operationId = "auditDiscrepancy",
      summary = "Who proposed, corrected or cleared up what of a discrepancy, oldest first")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "discrepancy-not-found")
  @GetMapping("/{id}/audit")
  Page<AuditRecord> audit(@PathVariable UUID id, PageQuery page) {
    return desk.audit(id, page);
  }

  @Operation(
      operationId = "resolveDiscrepancy",
      summary =
          "Clear a discrepancy up: from then on it stops no payouts. A correction is proposed by"
              + " one admin and posted when another one gives the same")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "403", description = "own-discrepancy")
  @ApiResponse(responseCode = "404", description = "discrepancy-not-found")
  @ApiResponse(
      responseCode = "409",
      description =
          "discrepancy-resolved, second-admin-required, correction-beyond-difference,"
              + " idempotency-key-in-flight")
  @ApiResponse(responseCode = "422", description = "idempotency-key-reused")
  @PostMapping("/{id}/resolve")
  Discrepancy resolve(
      Caller admin,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @PathVariable UUID id,
      @Valid @RequestBody ResolveForm form) {
    return desk.resolve(admin, key, id, form, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
