package io.clipmeter.analytics.dashboard;

import io.clipmeter.analytics.dashboard.Dashboard.Balance;
import io.clipmeter.analytics.dashboard.Dashboard.RecentClip;
import io.clipmeter.analytics.dashboard.Dashboard.Stat;
import io.clipmeter.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a dashboard together; all its numbers are of one instant. */
@Component
class DashboardDesk {
  private static final String PREFERRED = "USD";

  private final Dashboards dashboards;
  private final Clock clock;

  DashboardDesk(Dashboards dashboards, Clock clock) {
    this.dashboards = dashboards;
    this.clock = clock;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Dashboard of(String clipperId) {
    Instant now = clock.instant();
    Totals totals = dashboards.totals(clipperId);
    List<Totals.Account> accounts = dashboards.accounts(clipperId, now);
    List<RecentClip> recent = dashboards.recent(clipperId);
    Totals.Account first = first(accounts);
    return new Dashboard(
        stats(first.earned(), totals),
        recent,
        first.currency(),
        first.earned().amount(),
        first.available().amount(),
        accounts.stream().map(DashboardDesk::balance).toList(),
        totals.views(),
        totals.activeCampaigns(),
        totals.clips(),
        now);
  }

  private static Totals.Account first(List<Totals.Account> accounts) {
    Money nothing = Money.zero(Currency.getInstance(PREFERRED));
    return accounts.stream()
        .filter(account -> account.currency().equals(PREFERRED))
        .findFirst()
        .or(() -> accounts.stream().findFirst())
        .orElse(new Totals.Account(nothing, nothing, nothing, nothing));
  }

  private static List<Stat> stats(Money earned, Totals totals) {
    return List.of(
        new Stat("Total Earned", Display.of(earned)),
        new Stat("Total Views", Display.of(totals.views())),
        new Stat("Active Campaigns", Display.of(totals.activeCampaigns())),
        new Stat("Clips Submitted", Display.of(totals.clips())));
  }

  private static Balance balance(Totals.Account account) {
    return new Balance(
        account.currency(),
        account.earned().amount(),
        account.held().amount(),
        account.reserved().amount(),
        account.paid().amount(),
        account.available().amount());
  }
}
