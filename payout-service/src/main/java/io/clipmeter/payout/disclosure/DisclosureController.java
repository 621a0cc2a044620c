package io.clipmeter.payout.disclosure;

import io.clipmeter.chassis.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where money went, for admins who say why they have to know. */
@RestController
@RequestMapping("/api/admin/payout-requests")
class DisclosureController {
  private final DisclosureDesk desk;
  private final Clock clock;

  DisclosureController(DisclosureDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Operation(
      operationId = "disclosePayoutDetails",
      summary =
          "Read where the money of a payout went, or may have: the reason goes to the audit log")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "not-found")
  @ApiResponse(
      responseCode = "409",
      description = "payout-details-not-needed: no money was sent, or it is being paid by hand")
  @PostMapping("/{id}/disclose")
  Disclosure disclose(
      Caller admin, @PathVariable UUID id, @Valid @RequestBody DisclosureForm form) {
    return desk.disclose(admin, id, form.reason(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
