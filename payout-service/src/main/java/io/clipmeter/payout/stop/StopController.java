package io.clipmeter.payout.stop;

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

/** What stops payouts, for admins. */
@RestController
@RequestMapping("/api/admin/balances/stops")
class StopController {
  private final StopDesk desk;
  private final Stops stops;
  private final Clock clock;

  StopController(StopDesk desk, Stops stops, Clock clock) {
    this.desk = desk;
    this.stops = stops;
    this.clock = clock;
  }

  @Operation(
      operationId = "listPayoutStops",
      summary = "What stops payouts, newest first; differences of minutes are discrepancies")
  @GetMapping
  Page<Stop> list(
      @RequestParam(required = false) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]{1,255}")
          @Nullable String clipperId,
      @RequestParam(defaultValue = "true") boolean open,
      PageQuery page) {
    return Page.of(stops.page(clipperId, open, page), page, Stop::id);
  }

  @Operation(
      operationId = "auditPayoutStop",
      summary = "Which admins set and lifted a stop and why, oldest first")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "payout-stop-not-found")
  @GetMapping("/{id}/audit")
  Page<AuditRecord> audit(@PathVariable UUID id, PageQuery page) {
    return desk.audit(id, page);
  }

  @Operation(
      operationId = "setPayoutStop",
      summary =
          "Stop payouts: of a clipper or of all, in a currency or in all. Nothing of it is asked"
              + " for, approved or sent until the stop is lifted")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "409", description = "idempotency-key-in-flight")
  @ApiResponse(responseCode = "422", description = "currency-unknown, idempotency-key-reused")
  @PostMapping
  Stop set(
      Caller admin,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody StopForm form) {
    return desk.set(admin, key, form, now());
  }

  @Operation(
      operationId = "liftPayoutStop",
      summary =
          "Lift a stop. One that the ledger's check has set comes back while the check finds the"
              + " same")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "403", description = "own-payout-stop")
  @ApiResponse(responseCode = "404", description = "payout-stop-not-found")
  @ApiResponse(responseCode = "409", description = "payout-stop-lifted, idempotency-key-in-flight")
  @ApiResponse(responseCode = "422", description = "idempotency-key-reused")
  @PostMapping("/{id}/lift")
  Stop lift(
      Caller admin,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @PathVariable UUID id,
      @Valid @RequestBody LiftForm form) {
    return desk.lift(admin, key, id, form, now());
  }

  /** In the precision that the database keeps, so that the first answer equals all later ones. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
