package io.clipmeter.payout.payable;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.CronSecret;
import io.clipmeter.events.Amount;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What could be paid out now, for a cron service. Neither GET nor POST changes anything. */
@RestController
class CronController {
  private static final ProblemType INVALID_PAGE =
      new ProblemType("invalid-page", 400, "The page asked for does not exist");
  private static final String SIZE = "100";
  private static final int SIZE_MAX = 1000;
  private static final int MICROS = 6;

  /** One balance from which a payout could be asked for. */
  record PayableItem(String clipperId, Amount available, Amount payable) {}

  /**
   * All that is payable in one currency.
   *
   * @param amount a plain decimal; together it may be more than one amount can be
   */
  record PayableTotal(String currency, long clippers, String amount) {}

  /**
   * The answer.
   *
   * @param totals of all pages; null on every page but the first
   * @param items by clipper and currency
   * @param nextPageToken null on the last page
   */
  record PayableList(
      Instant calculatedAt,
      @Nullable List<PayableTotal> totals,
      List<PayableItem> items,
      @Nullable String nextPageToken) {}

  private final CronSecret secret;
  private final PayableBalances balances;
  private final Clock clock;

  CronController(CronSecret secret, PayableBalances balances, Clock clock) {
    this.secret = secret;
    this.balances = balances;
    this.clock = clock;
  }

  @Operation(
      operationId = "cronPayoutCalculationByGet",
      summary = "What could be paid out now; for cron services that only know GET")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "400", description = "invalid-page")
  @ApiResponse(responseCode = "401", description = "unauthenticated")
  @SecurityRequirements
  @GetMapping("/api/cron/payout-calculation")
  PayableList byGet(
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @RequestParam(defaultValue = SIZE) String pageSize,
      @RequestParam(defaultValue = "") String pageToken) {
    return list(authorization, pageSize, pageToken);
  }

  @Operation(operationId = "cronPayoutCalculation", summary = "What could be paid out now")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "400", description = "invalid-page")
  @ApiResponse(responseCode = "401", description = "unauthenticated")
  @SecurityRequirements
  @PostMapping("/api/cron/payout-calculation")
  PayableList byPost(
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @RequestParam(defaultValue = SIZE) String pageSize,
      @RequestParam(defaultValue = "") String pageToken) {
    return list(authorization, pageSize, pageToken);
  }

  private PayableList list(@Nullable String authorization, String pageSize, String pageToken) {
    secret.check(authorization);
    int size = size(pageSize);
    Place after = place(pageToken);
    List<Payable> found = balances.page(after, size + 1);
    List<Payable> shown = found.subList(0, Math.min(size, found.size()));
    return new PayableList(
        clock.instant(),
        after.equals(Place.BEFORE_ALL) ? totals() : null,
        shown.stream().map(CronController::item).toList(),
        found.size() > size ? Place.of(shown.getLast()).token() : null);
  }

  private List<PayableTotal> totals() {
    return balances.totals().stream()
        .map(
            total ->
                new PayableTotal(
                    total.currency(),
                    total.clippers(),
                    total.micros().movePointLeft(MICROS).toPlainString()))
        .toList();
  }

  private static PayableItem item(Payable payable) {
    return new PayableItem(
        payable.clipperId(), Amount.of(payable.available()), Amount.of(payable.amount()));
  }

  private static int size(String text) {
    if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > SIZE_MAX) {
      throw INVALID_PAGE.because("pageSize must be a number from 1 to " + SIZE_MAX + ".");
    }
    return Integer.parseInt(text);
  }

  private static Place place(String token) {
    try {
      return token.isEmpty() ? Place.BEFORE_ALL : Place.read(token);
    } catch (IllegalArgumentException e) {
      throw INVALID_PAGE.because("pageToken must be the nextPageToken of an earlier answer.");
    }
  }
}
