package io.clipmeter.payout.history;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.payout.history.BalanceHistory.PastBalance;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a clipper had at an instant, what was posted at that very microsecond included. */
@RestController
class HistoryController {
  private static final ProblemType FUTURE =
      new ProblemType("instant-in-future", 422, "Nobody knows what will be");

  /**
   * Balances of one instant.
   *
   * @param at the instant, in whole microseconds
   * @param items by currency; empty where nothing had been earned
   */
  record PastBalanceList(Instant at, List<PastBalance> items) {}

  private final BalanceHistory history;
  private final Clock clock;

  HistoryController(BalanceHistory history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  @Operation(summary = "What a clipper had at an instant; now where none is given")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "422", description = "instant-in-future")
  @GetMapping("/api/admin/balances")
  PastBalanceList balances(
      @RequestParam @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]{1,255}") String clipperId,
      @RequestParam(required = false) @Nullable Instant at) {
    Instant now = clock.instant();
    if (at != null && at.isAfter(now)) {
      throw FUTURE.because("at must not be in the future.");
    }
    Instant asked = at == null ? now : at;
    Instant until =
        (asked.isBefore(Instant.EPOCH) ? Instant.EPOCH : asked).truncatedTo(ChronoUnit.MICROS);
    return new PastBalanceList(until, history.of(clipperId, until));
  }
}
