package io.clipmeter.earnings.account;

import io.clipmeter.chassis.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What accounts held at an instant, what was posted at that very microsecond included. What is
 * being posted while the question is asked may still be missing from the last seconds.
 */
@RestController
@RequestMapping("/api/admin/earnings/balances")
class AccountController {
  private static final ProblemType NO_ACCOUNT =
      new ProblemType("account-not-found", 404, "There is no such account");
  private static final ProblemType FUTURE =
      new ProblemType("instant-in-future", 422, "Nobody knows what will be");
  private static final String CLIPPER = "[^\\p{Cc}\\p{Cs}]{1,255}";

  /**
   * Balances of one instant.
   *
   * @param at the instant, in whole microseconds
   */
  record BalanceList(Instant at, List<AccountBalance> items) {}

  private final Accounts accounts;
  private final Clock clock;

  AccountController(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Operation(summary = "One account's balance at an instant; now where none is given")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "account-not-found")
  @ApiResponse(responseCode = "422", description = "instant-in-future")
  @GetMapping
  BalanceList account(
      @RequestParam String account, @RequestParam(required = false) @Nullable Instant at) {
    AccountName name = AccountName.read(account).orElseThrow(AccountController::noAccount);
    Instant until = instant(at);
    List<AccountBalance> all =
        switch (name.owner()) {
          case CAMPAIGN -> accounts.ofCampaign(name.id(), until);
          case CLIP -> accounts.ofClip(name.id(), until);
        };
    return list(until, all.stream().filter(each -> each.account().equals(account)).toList());
  }

  @Operation(summary = "Balances of a campaign's accounts at an instant")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "account-not-found")
  @ApiResponse(responseCode = "422", description = "instant-in-future")
  @GetMapping("/campaigns/{campaignId}")
  BalanceList ofCampaign(
      @PathVariable UUID campaignId, @RequestParam(required = false) @Nullable Instant at) {
    Instant until = instant(at);
    return list(until, accounts.ofCampaign(campaignId, until));
  }

  @Operation(summary = "Balances of a clip's accounts at an instant")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "account-not-found")
  @ApiResponse(responseCode = "422", description = "instant-in-future")
  @GetMapping("/clips/{clipId}")
  BalanceList ofClip(
      @PathVariable UUID clipId, @RequestParam(required = false) @Nullable Instant at) {
    Instant until = instant(at);
    return list(until, accounts.ofClip(clipId, until));
  }

  @Operation(summary = "What all clips of a clipper had earned and held at an instant, by currency")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "account-not-found")
  @ApiResponse(responseCode = "422", description = "instant-in-future")
  @GetMapping("/clippers/{clipperId}")
  BalanceList ofClipper(
      @PathVariable @Pattern(regexp = CLIPPER) String clipperId,
      @RequestParam(required = false) @Nullable Instant at) {
    Instant until = instant(at);
    return list(until, accounts.ofClipper(clipperId, until));
  }

  private static BalanceList list(Instant at, List<AccountBalance> found) {
    if (found.isEmpty()) {
      throw noAccount();
    }
    return new BalanceList(at, found);
  }

  private static RuntimeException noAccount() {
    return NO_ACCOUNT.because("The journal has no account of that name or owner.");
  }

  /** In the precision of the journal, and not before there was any. */
  private Instant instant(@Nullable Instant asked) {
    Instant now = clock.instant();
    if (asked != null && asked.isAfter(now)) {
      throw FUTURE.because("at must not be in the future.");
    }
    Instant at = asked == null ? now : asked;
    return (at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at).truncatedTo(ChronoUnit.MICROS);
  }
}
