package io.clipmeter.earnings.schedule;

import static io.clipmeter.earnings.schedule.PaperNews.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The tables beside the papers. When a round is dealt with is the service's affair; in which order
 * and with which result is not.
 */
final class Tables {
  private static final String ROUNDS =
      "SELECT campaign_id, number, status FROM round WHERE campaign_id = ANY(:all) AND status <>"
          + " 'WAITING' ORDER BY campaign_id, number";
  private static final String CAMPAIGNS =
      """
      SELECT id, completion, concat_ws(' ', version, budget_micros, spent_micros, refunded_micros, coalesce(completion, 'null')) AS line
      FROM campaign WHERE id = ANY(:all)
      """;
  private static final String CLIPS =
      """
      SELECT campaign_id, concat_ws(' ', id, high_views, accrued_micros, adjusted_micros, held_micros, final_micros IS NOT NULL) AS line
      FROM clip WHERE campaign_id = ANY(:all) ORDER BY campaign_id, id
      """;
  private static final String RECEIPTS =
      """
      SELECT s.campaign_id, concat_ws(' ', n.number, r.clip_id, r.reason, r.views_before, r.views_after, r.due_micros, r.amount_micros,
                                      r.total_micros) AS line
      FROM settlement s JOIN round n ON n.id = s.round_id JOIN receipt r ON r.settlement_id = s.id
      WHERE s.campaign_id = ANY(:all) ORDER BY s.campaign_id, n.number, r.clip_id
      """;
  private static final String ACCOUNTS =
      """
      SELECT campaign_id, account, sum(amount_micros) AS sum FROM posting
      WHERE campaign_id = ANY(:all) GROUP BY campaign_id, account HAVING sum(amount_micros) <> 0
      """;
  private static final String QUICK =
      """
      SELECT count(*) FROM round r WHERE campaign_id = ANY(:all) AND status = 'SETTLED' AND clips > 0
        AND NOT EXISTS (SELECT FROM reading g WHERE g.round_id = r.id)
      """;
  private final Core core;
  private final Map<Script, Paper> papers;
  private final UUID[] all;
  private final Told told;

  Tables(Core core, Map<Script, Paper> papers) {
    this.core = core;
    this.papers = papers;
    this.all = papers.keySet().stream().map(script -> script.campaign).toArray(UUID[]::new);
    this.told = new Told(core);
  }

  /** After a transaction: the papers go on with what it settled, and say the same of it. */
  void compare() {
    Map<UUID, Map<Long, String>> rounds = new HashMap<>();
    core.jdbc()
        .sql(ROUNDS)
        .param("all", all)
        .query(
            rs -> {
              rounds
                  .computeIfAbsent(rs.getObject(1, UUID.class), id -> new TreeMap<>())
                  .put(rs.getLong(2), rs.getString(3));
            });
    Map<UUID, String> campaigns = new HashMap<>();
    Map<UUID, String> over = new HashMap<>();
    core.jdbc()
        .sql(CAMPAIGNS)
        .param("all", all)
        .query(
            rs -> {
              UUID id = rs.getObject(1, UUID.class);
              campaigns.put(id, rs.getString(3));
              if (rs.getString(2) != null) {
                over.put(id, rs.getString(2));
              }
            });
    papers.forEach(
        (script, paper) -> {
          Map<Long, String> now = rounds.getOrDefault(script.campaign, Map.of());
          now.keySet().stream()
              .filter(number -> !paper.rounds.containsKey(number))
              .forEach(number -> paper.settle(Objects.requireNonNull(script.facts.get(number))));
          if (over.containsKey(script.campaign) && paper.over == null) {
            paper.end(script.facts.size());
          }
          assertThat(now).as("rounds of %s", script.campaign).isEqualTo(paper.rounds);
          assertThat(campaigns.get(script.campaign))
              .as("campaign %s", script.campaign)
              .isEqualTo(paper.known() ? campaign(paper) : null);
          assertThat(paper.spent).isLessThanOrEqualTo(paper.budget);
        });
  }

  private static String campaign(Paper paper) {
    return line(paper.version, paper.budget, paper.spent, paper.refunded, paper.over);
  }

  /** When all is said: every row that money stands in. */
  void compareAll() {
    Map<UUID, List<String>> clips = lines(CLIPS);
    Map<UUID, List<String>> receipts = lines(RECEIPTS);
    Map<UUID, List<String>> news = told.read();
    Map<UUID, Map<String, BigInteger>> accounts = accounts();
    papers.forEach(
        (script, paper) -> {
          UUID id = script.campaign;
          World.assertComplete(script, paper);
          List<String> known = paper.clips.values().stream().map(Tables::clip).toList();
          assertThat(clips.getOrDefault(id, List.of())).as("clips of %s", id).isEqualTo(known);
          assertThat(receipts.getOrDefault(id, List.of()))
              .as("receipts of %s", id)
              .isEqualTo(paper.receipts);
          assertThat(accounts.getOrDefault(id, Map.of()))
              .as("accounts of %s", id)
              .isEqualTo(paper.accounts(id));
          assertThat(Told.finalsSorted(news.getOrDefault(id, List.of())))
              .as("news of %s", id)
              .isEqualTo(Told.finalsSorted(paper.news.told));
        });
  }

  private static String clip(PaperClip clip) {
    String isFinal = clip.told ? "t" : "f";
    return line(clip.id, clip.high, clip.accrued, clip.adjusted, clip.held, isFinal);
  }

  private Map<UUID, List<String>> lines(String sql) {
    Map<UUID, List<String>> lines = new HashMap<>();
    core.jdbc()
        .sql(sql)
        .param("all", all)
        .query(
            rs -> {
              lines
                  .computeIfAbsent(rs.getObject(1, UUID.class), id -> new ArrayList<>())
                  .add(rs.getString(2));
            });
    return lines;
  }

  /** Rounds with clips that were settled and never stood in the tables. */
  int quick() {
    return core.jdbc().sql(QUICK).param("all", all).query(Integer.class).single();
  }

  private Map<UUID, Map<String, BigInteger>> accounts() {
    Map<UUID, Map<String, BigInteger>> accounts = new HashMap<>();
    core.jdbc()
        .sql(ACCOUNTS)
        .param("all", all)
        .query(
            rs -> {
              accounts
                  .computeIfAbsent(rs.getObject(1, UUID.class), id -> new TreeMap<>())
                  .put(rs.getString(2), rs.getBigDecimal(3).toBigIntegerExact());
            });
    return accounts;
  }
}
