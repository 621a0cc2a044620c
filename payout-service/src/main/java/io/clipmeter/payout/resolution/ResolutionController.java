package io.clipmeter.payout.resolution;

import io.clipmeter.chassis.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A person's proof about a payout that is UNKNOWN. */
@RestController
class ResolutionController {
  private final ResolutionDesk desk;
  private final Clock clock;

  ResolutionController(ResolutionDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Operation(
      operationId = "resolvePayout",
      summary = "End a payout of which the provider gives no proof, with a proof of one's own")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "403", description = "other-admin-required")
  @ApiResponse(responseCode = "404", description = "not-found")
  @ApiResponse(
      responseCode = "409",
      description = "payout-not-unknown, payout-still-asked, transaction-id-used")
  @ApiResponse(responseCode = "422", description = "idempotency-key-reused")
  @PostMapping("/api/admin/payout-requests/{id}/resolve")
  ResolutionView resolve(
      Caller admin,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @PathVariable UUID id,
      @Valid @RequestBody ResolutionForm form) {
    return desk.resolve(admin, key, id, form, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
