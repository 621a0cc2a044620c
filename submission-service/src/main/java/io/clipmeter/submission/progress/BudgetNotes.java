package io.clipmeter.submission.progress;

import io.clipmeter.events.BudgetSpent;
import io.clipmeter.money.Money;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is spent of campaigns. The earnings service owns these sums; here they are shown. */
@Component
class BudgetNotes {
  private static final String ADD =
      """
      WITH told AS (
        SELECT * FROM unnest(:ids::uuid[], :currencies::text[], :sums::bigint[])
          AS t (id, currency, spent)
      ), found AS (
        SELECT c.id, t.spent FROM campaign c
        JOIN told t ON t.id = c.id AND t.currency = c.currency
        ORDER BY c.id FOR UPDATE OF c
      )
      UPDATE campaign c SET spent_micros = greatest(c.spent_micros, f.spent),
                            budget_micros = greatest(c.budget_micros, f.spent)
      FROM found f WHERE c.id = f.id
      """;

  private final JdbcClient sql;

  BudgetNotes(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Raises what is spent to what is told; it never falls. A budget that was lowered while more was
   * being spent is raised to that, as the earnings service has it: what is earned stays earned.
   *
   * @throws IllegalArgumentException where a campaign is unknown or of another currency; nothing is
   *     written then
   */
  void add(List<BudgetSpent> told) {
    Map<UUID, Money> byCampaign = new LinkedHashMap<>();
    told.forEach(
        event ->
            byCampaign.merge(event.campaignId(), event.spent().toMoney(), BudgetNotes::larger));
    Collection<Money> sums = byCampaign.values();
    int found =
        sql.sql(ADD)
            .param("ids", byCampaign.keySet().stream().map(UUID::toString).toArray(String[]::new))
            .param(
                "currencies",
                sums.stream().map(m -> m.currency().getCurrencyCode()).toArray(String[]::new))
            .param("sums", sums.stream().map(Money::micros).toArray(Long[]::new))
            .update();
    if (found < byCampaign.size()) {
      throw new IllegalArgumentException(
          byCampaign.size() - found + " campaigns are not known in this currency");
    }
  }

  private static Money larger(Money one, Money other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
