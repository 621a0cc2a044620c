package io.clipmeter.payout.balance;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.events.Amount;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A clipper's own balance. */
@RestController
class BalanceController {

  /** What a clipper has in one currency; {@code available = earned - held - reserved - paid}. */
  record BalanceView(
      String currency, Amount earned, Amount held, Amount reserved, Amount paid, Amount available) {

    static BalanceView of(Balance balance) {
      return new BalanceView(
          balance.earned().currency().getCurrencyCode(),
          Amount.of(balance.earned()),
          Amount.of(balance.held()),
          Amount.of(balance.reserved()),
          Amount.of(balance.paid()),
          Amount.of(balance.available()));
    }
  }

  /** One balance per currency; amounts of different currencies are never added. */
  record BalanceList(List<BalanceView> items) {}

  private final Balances balances;

  BalanceController(Balances balances) {
    this.balances = balances;
  }

  @Operation(summary = "My balance in each currency I have earned in")
  @GetMapping("/api/clippers/balance")
  BalanceList balance(Caller caller) {
    return new BalanceList(balances.of(caller.subject()).stream().map(BalanceView::of).toList());
  }
}
