package io.clipmeter.earnings.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.earnings.round.Readings;
import io.clipmeter.earnings.round.Rounds;
import io.clipmeter.earnings.settlement.SettlementRunner;
import io.clipmeter.earnings.terms.Lanes;
import io.clipmeter.testing.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random campaigns twice: one is settled by the quick way, its twin by the plain way, which asks
 * the policy, for more than five clips in parts. Every row must be the same.
 */
@TestPropertySource(properties = "clipmeter.earnings.settlement.large-from=5")
class BulkTrialsIT extends RunningService {
  private static final String CLIPS =
      """
      SELECT concat_ws('|', c.number, high_views, accrued_micros, segment_views, segment_micros, carry, terms_version)
      FROM (SELECT *, substr(id::text, 20) AS number FROM clip WHERE campaign_id = :campaign) c ORDER BY c.number
      """;
  private static final String RECEIPTS =
      """
      SELECT concat_ws('|', n.number, substr(r.clip_id::text, 20), r.clipper_id, r.reason, r.source, r.observed_at, r.read_views,
                       r.views_before, r.views_after, r.due_micros, r.amount_micros, r.total_micros)
      FROM receipt r JOIN settlement s ON s.id = r.settlement_id JOIN round n ON n.id = s.round_id
      WHERE s.campaign_id = :campaign ORDER BY n.number, substr(r.clip_id::text, 20)
      """;
  private static final String ROUNDS =
      """
      SELECT concat_ws('|', r.number, r.clips, r.status, r.closed_at, r.campaign_version, s.terms_version, s.total_micros, s.rationed)
      FROM round r LEFT JOIN settlement s ON s.round_id = r.id WHERE r.campaign_id = :campaign ORDER BY r.number
      """;
  private static final String CAMPAIGN =
      """
      SELECT concat_ws('|', spent_micros, budget_micros, held_rounds, completion) FROM campaign WHERE id = :campaign
      """;

  @Autowired private TransactionTemplate transaction;
  @Autowired private Lanes lanes;
  @Autowired private Rounds rounds;
  @Autowired private Readings readings;
  @Autowired private BulkDesk bulk;
  @Autowired private SettlementRunner settlement;
  private int quick;

  @Test
  void bothWaysSayTheSame() {
    Trials.of(60).check(this::trial);

    assertThat(quick).as("rounds that took the quick way").isGreaterThan(200);
  }

  private void trial(RandomGenerator random) {
    List<Twins> all = new ArrayList<>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      Twins twins = new Twins(random);
      twins.create(jdbc);
      all.add(twins);
    }
    for (int step = random.nextInt(1, 4); step > 0; step--) {
      List<List<OpenRound>> chains = new ArrayList<>();
      List<OpenRound> slow = new ArrayList<>();
      for (Twins twins : all) {
        List<OpenRound> chain = new ArrayList<>();
        for (int rounds = random.nextInt(1, 5); rounds > 0; rounds--) {
          twins.next();
          chain.add(twins.quick());
          slow.add(twins.slow());
        }
        chains.add(chain);
      }
      transaction.executeWithoutResult(status -> settleQuickly(chains));
      slow.forEach(round -> transaction.executeWithoutResult(s -> settlePlainly(round)));
    }
    for (Twins twins : all) {
      for (String sql : List.of(ROUNDS, RECEIPTS, CLIPS, CAMPAIGN)) {
        assertThat(rows(sql, twins.quick().campaignId()))
            .as("%s: %s", twins, sql)
            .isEqualTo(rows(sql, twins.slow().campaignId()));
      }
    }
  }

  private void settleQuickly(List<List<OpenRound>> chains) {
    lanes.hold(chains.stream().map(chain -> chain.getFirst().campaignId()).toList());
    quick += chains.stream().mapToInt(List::size).sum();
    List<List<OpenRound>> left = chains;
    while (!left.isEmpty()) {
      left = bulk.settle(left);
      quick -= left.size();
      left.forEach(chain -> settlePlainly(chain.getFirst()));
      left =
          left.stream()
              .filter(chain -> chain.size() > 1)
              .map(chain -> chain.subList(1, chain.size()))
              .toList();
    }
  }

  private void settlePlainly(OpenRound round) {
    lanes.hold(List.of(round.campaignId()));
    rounds.add(Objects.requireNonNull(round.closed()));
    readings.add(round.readings());
    settlement.settleReady(List.of(round.campaignId()));
  }

  private List<String> rows(String sql, UUID campaign) {
    return jdbc.sql(sql).param("campaign", campaign).query((rs, n) -> rs.getString(1)).list();
  }
}
