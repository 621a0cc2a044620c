package io.clipmeter.submission.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.Event;
import io.clipmeter.submission.Records;
import io.clipmeter.submission.Said;
import io.clipmeter.submission.Service;
import io.clipmeter.submission.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What admins are told of budgets, and what the meters show. */
@ServiceTest
class BudgetReachedIT {
  private static final String ADMINS = "/api/admin/notifications";

  @Autowired Service service;
  @Autowired Records records;
  @Autowired Clock clock;
  @Autowired MeterRegistry meters;

  private Instant now = Said.NOON;

  @BeforeEach
  void lookAtTheClock() {
    now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Test
  void eachThresholdOfABudgetIsToldToAdminsOnce() {
    UUID campaign = service.activeCampaign();
    List<Event> events =
        List.of(
            spent(campaign, "49", "100", null),
            spent(campaign, "50", "100", 50),
            spent(campaign, "60", "100", 50),
            spent(campaign, "99", "100", 95),
            spent(campaign, "99", "150", 50),
            spent(campaign, "120", "150", 80),
            spent(campaign, "143", "150", 95));
    events.forEach(records::say);
    events.forEach(records::say);
    String first = "BUDGET_REACHED 50.00 50 % of 100.00 USD";
    String second = "BUDGET_REACHED 99.00 95 % of 100.00 USD";
    String third = "BUDGET_REACHED 120.00 80 % of 150.00 USD";
    String fourth = "BUDGET_REACHED 143.00 95 % of 150.00 USD";
    await().until(() -> ofBudget(campaign).contains(fourth));
    records.say(spent(campaign, "150", "150", 100));
    String last = "BUDGET_REACHED 150.00 100 % of 150.00 USD";
    await().until(() -> ofBudget(campaign).contains(last));

    assertThat(meters.get("clipmeter.submission.budgets.reached").tag("percent", "100").gauge())
        .satisfies(gauge -> assertThat(gauge.value()).isPositive());
    assertThat(ofBudget(campaign)).containsExactly(last, fourth, third, second, first);
  }

  private BudgetSpent spent(
      UUID campaign, String spent, String budget, @Nullable Integer alertPercent) {
    BudgetSpent plain = Said.spent(campaign, spent, budget);
    return new BudgetSpent(
        campaign,
        plain.budget(),
        plain.spent(),
        plain.remaining(),
        plain.roundId(),
        false,
        now,
        alertPercent);
  }

  private List<String> ofBudget(UUID campaign) {
    return service
        .admin()
        .get(ADMINS + "?pageSize=100")
        .is(200)
        .body()
        .get("items")
        .valueStream()
        .filter(each -> each.get("campaignId").asString("").equals(campaign.toString()))
        .map(
            each ->
                each.get("kind").asString()
                    + " "
                    + each.at("/amount/amount").asString()
                    + " "
                    + each.get("reason").asString())
        .toList();
  }
}
