package io.clipmeter.earnings.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.RunningService;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What it costs to ask how a round stands, beside many whose readings are in the table. */
class StandingsIT extends RunningService {
  private static final String KEPT =
      """
      INSERT INTO reading (round_id, clip_id, campaign_id, outcome, views, observed_at, source)
      SELECT r.id, gen_random_uuid(), :campaign, 'OK', 1, now(), 'APIFY'
      FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 60)) AS r, generate_series(1, 1000)
      """;

  @Autowired private TransactionTemplate transaction;

  @Test
  void theReadingsOfOtherRoundsAreNotGoneThrough() {
    List<String> plan =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  keepReadingsOf(UUID.randomUUID());
                  return plan();
                }));

    assertThat(plan)
        .anyMatch(line -> line.contains(" on reading g"))
        .noneMatch(line -> line.contains("Seq Scan on reading"));
  }

  private void keepReadingsOf(UUID campaign) {
    jdbc.sql("INSERT INTO lane (campaign_id) VALUES (:id)").param("id", campaign).update();
    jdbc.sql(KEPT).param("campaign", campaign).update();
    jdbc.sql("ANALYZE reading").update();
  }

  private List<String> plan() {
    return jdbc.sql("EXPLAIN " + Standings.OF)
        .param("rounds", new UUID[] {UUID.randomUUID()})
        .param("campaigns", new UUID[] {UUID.randomUUID()})
        .param("versions", new Long[] {1L})
        .query((row, n) -> row.getString(1))
        .list();
  }
}
