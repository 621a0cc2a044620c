package io.clipmeter.benchmarks.settlement;

import io.clipmeter.benchmarks.rounds.Campaign;
import io.clipmeter.benchmarks.rounds.Campaign.Round;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Shares;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Settles a round that is due more than is left: shares it in memory, then writes it set-wise. */
final class RationedRound {
  private static final String REMAINING =
      "SELECT budget_micros - spent_micros FROM campaign WHERE id = ? FOR UPDATE";

  /** In the order of the ids, as the campaign's clips are. */
  private static final String WORTH =
      """
      SELECT greatest(c.high_views, s.views) - c.baseline_views, c.accrued_micros
      FROM unnest(?::uuid[], ?::bigint[]) AS s (clip_id, views) JOIN clip c ON c.id = s.clip_id
      ORDER BY c.id
      """;

  private final Connection connection;
  private final PreparedStatement remaining;
  private final PreparedStatement worth;
  private final PreparedStatement settle;

  RationedRound(Connection connection) throws SQLException {
    this.connection = connection;
    this.remaining = connection.prepareStatement(REMAINING);
    this.worth = connection.prepareStatement(WORTH);
    this.settle = connection.prepareStatement(RoundStatement.AS_TOLD);
  }

  void settle(Campaign campaign, Round round) throws SQLException {
    long left = remaining(campaign);
    long[] dues = dues(campaign, round);
    long[] amounts = Shares.proRata(dues, Arrays.stream(dues).sum(), left);
    settle.setObject(1, campaign.id());
    settle.setObject(2, round.id());
    settle.setArray(3, connection.createArrayOf("uuid", campaign.clipIds()));
    settle.setArray(4, connection.createArrayOf("int8", round.views().toArray()));
    settle.setArray(5, connection.createArrayOf("int8", Arrays.stream(amounts).boxed().toArray()));
    settle.executeUpdate();
  }

  private long remaining(Campaign campaign) throws SQLException {
    remaining.setObject(1, campaign.id());
    try (ResultSet row = remaining.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private long[] dues(Campaign campaign, Round round) throws SQLException {
    Cpm cpm = Cpm.ofMicros(campaign.cpmMicros(), "USD");
    worth.setArray(1, connection.createArrayOf("uuid", campaign.clipIds()));
    worth.setArray(2, connection.createArrayOf("int8", round.views().toArray()));
    List<Long> dues = new ArrayList<>();
    try (ResultSet rows = worth.executeQuery()) {
      while (rows.next()) {
        dues.add(cpm.earnedFor(rows.getLong(1)).micros() - rows.getLong(2));
      }
    }
    return dues.stream().mapToLong(Long::longValue).toArray();
  }
}
