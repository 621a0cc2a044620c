package io.clipmeter.benchmarks.rounds;

import io.clipmeter.benchmarks.rounds.Campaign.Clip;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a side's tables say when it is done, in micro-units.
 *
 * @param spent by campaign
 * @param accrued by clip
 * @param posted to each clip's account
 * @param unbalanced how many ledger entries do not sum to zero
 */
public record Books(
    Map<UUID, Long> spent, Map<UUID, Long> accrued, Map<UUID, Long> posted, long unbalanced) {
  private static final int ROWS_AT_ONCE = 10_000;
  private static final String SPENT = "SELECT id, spent_micros FROM campaign WHERE id = ANY(?)";
  private static final String ACCRUED =
      "SELECT id, accrued_micros FROM clip WHERE campaign_id = ANY(?)";

  /**
   * Where a side keeps its journal.
   *
   * @param posted SQL: clip and sum of its credits, of some campaigns
   * @param unbalanced SQL: null and the number of entries that do not sum to zero, of some
   *     campaigns
   */
  public record Journal(String posted, String unbalanced) {

    /** The service's own: a settlement is the debit, and its receipts are the credits. */
    public static final Journal SETTLEMENTS =
        new Journal(
            """
            SELECT r.clip_id, sum(r.amount_micros) FROM settlement s JOIN receipt r ON r.settlement_id = s.id
            WHERE s.campaign_id = ANY(?) GROUP BY 1
            """,
            """
            SELECT NULL::uuid, count(*) FROM settlement s
            WHERE s.campaign_id = ANY(?) AND s.total_micros <>
                (SELECT coalesce(sum(r.amount_micros), 0) FROM receipt r WHERE r.settlement_id = s.id)
            """);
  }

  /**
   * Reads what there is about the work's campaigns.
   *
   * @param journal where the postings are
   */
  public static Books read(Connection connection, Workload work, Journal journal)
      throws SQLException {
    Map<UUID, Long> spent = query(connection, SPENT, work);
    Map<UUID, Long> accrued = query(connection, ACCRUED, work);
    Map<UUID, Long> posted = query(connection, journal.posted(), work);
    long unbalanced =
        query(connection, journal.unbalanced(), work).values().stream()
            .mapToLong(Long::longValue)
            .sum();
    connection.commit();
    return new Books(spent, accrued, posted, unbalanced);
  }

  private static Map<UUID, Long> query(Connection connection, String sql, Workload work)
      throws SQLException {
    Map<UUID, Long> found = new HashMap<>();
    Array ids = connection.createArrayOf("uuid", work.campaignIds());
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setFetchSize(ROWS_AT_ONCE);
      query.setArray(1, ids);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getObject(1, UUID.class), rows.getLong(2));
        }
      }
    }
    return found;
  }

  /**
   * Proves every sum.
   *
   * @param side for messages
   * @param fair whether the side shares what is left as the rule wants it; one that does not still
   *     has to spend each budget to the last micro-unit, but may give it to other clips
   * @throws IllegalStateException where a single micro-unit is amiss
   */
  public void prove(String side, Workload work, boolean fair) {
    require(unbalanced == 0, side + ": " + unbalanced + " entries do not sum to zero");
    for (Expected expected : work.campaigns()) {
      Campaign campaign = expected.campaign();
      same(side + " spent of " + campaign.id(), expected.spent(), at(spent, campaign.id()));
      List<Clip> clips = campaign.clips();
      long sum = clips.stream().mapToLong(clip -> at(accrued, clip.id())).sum();
      same(side + " accrued of " + campaign.id(), expected.spent(), sum);
      for (Clip clip : clips) {
        same(side + " posted to " + clip.id(), at(accrued, clip.id()), at(posted, clip.id()));
      }
      if (fair || !expected.rationed()) {
        IntStream.range(0, clips.size())
            .forEach(
                i -> same(side + " clip", expected.accrued(i), at(accrued, clips.get(i).id())));
      }
    }
  }

  private static long at(Map<UUID, Long> amounts, UUID id) {
    return amounts.getOrDefault(id, 0L);
  }

  private static void same(String what, long expected, long found) {
    require(expected == found, what + ": " + found + " micro-units, expected " + expected);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
