package io.clipmeter.payout.contradiction;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RestController;

/** Closed payouts of which the provider says the contrary, for admins. */
@RestController
@RequestMapping("/api/admin/payout-requests")
class ContradictionController {
  private final ContradictionDesk desk;
  private final Contradictions contradictions;
  private final Clock clock;

  ContradictionController(ContradictionDesk desk, Contradictions contradictions, Clock clock) {
    this.desk = desk;
    this.contradictions = contradictions;
    this.clock = clock;
  }

  @Operation(
      operationId = "listContradictions",
      summary =
          "Closed payouts of which PayPal says the contrary and nobody has taken note, newest"
              + " first")
  @GetMapping("/contradictions")
  Page<Contradiction> list(PageQuery page) {
    return Page.of(contradictions.page(page), page, Contradiction::id);
  }

  @Operation(
      operationId = "acknowledgeContradiction",
      summary =
          "Take note of a contradiction: the alert ends, nothing is moved. Where PayPal says"
              + " something else later, it is a new one")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "403", description = "own-payout")
  @ApiResponse(
      responseCode = "409",
      description = "payout-not-contradicted, contradiction-changed, idempotency-key-in-flight")
  @ApiResponse(responseCode = "422", description = "idempotency-key-reused")
  @PostMapping("/{id}/acknowledge")
  Contradiction acknowledge(
      Caller admin,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @PathVariable UUID id,
      @Valid @RequestBody AcknowledgeForm form) {
    return desk.acknowledge(admin, key, id, form, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
