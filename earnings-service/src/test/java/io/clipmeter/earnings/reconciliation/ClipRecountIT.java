package io.clipmeter.earnings.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.Books;
import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.ledger.OpenTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What only the daily count looks at: each clip by itself, and what a check finds meanwhile. */
@TestPropertySource(
    properties = {
      "clipmeter.earnings.reconciliation.every=1h",
      "clipmeter.earnings.reconciliation.recount-every=1m"
    })
class ClipRecountIT extends RunningService {
  private static final Instant THEN = Instant.parse("2025-11-01T12:00:00Z");

  @Autowired ReconciliationClock clock;
  @Autowired RecountRunner recount;
  @Autowired Findings findings;
  @Autowired OpenTransactions open;
  @Autowired TransactionTemplate transaction;
  @Autowired ReconciliationSettings settings;
  private Books books;
  private UUID campaign = UUID.randomUUID();
  private UUID alices = campaign;
  private UUID bobs = campaign;

  @BeforeEach
  void twoClipsThatHaveEarnedAndWereCorrected() {
    books = new Books(jdbc);
    transaction.executeWithoutResult(status -> write());
  }

  private void write() {
    campaign = books.campaign(100, "USD", THEN);
    alices = books.clip(campaign, "alice");
    bobs = books.clip(campaign, "bob");
    books.settle(campaign, alices, 40, THEN);
    books.settle(campaign, bobs, 2, THEN);
    books.settle(campaign, bobs, 3, THEN);
    books.adjust(campaign, alices, -4, THEN);
    books.adjust(campaign, bobs, 9, THEN);
    books.hold(campaign, alices, 7, THEN);
    books.release(campaign, alices, books.hold(campaign, alices, 5, THEN), 5, THEN);
  }

  @Test
  void clipsThatAreWhatTheyWereGivenAreNotFound() {
    all(recount);

    assertThat(found()).isEmpty();
  }

  @Test
  void twoClipsThatAreWrongByAsMuchAreFoundAndStandUntilTheyAreRight() {
    accrue(bobs, 20);
    accrue(alices, -20);
    all(recount);
    clock.check();

    assertThat(found()).containsExactly("campaign:" + campaign + ":clips 0 40 USD");
    assertThat(
            one(
                "SELECT count(*) FROM question WHERE finding = 'RECOUNT' AND campaign_id = ?",
                campaign))
        .isEqualTo(1);

    accrue(bobs, -20);
    accrue(alices, 20);
    all(recount);
    assertThat(found()).isEmpty();
  }

  @Test
  void whatIsAdjustedOrHeldOfAClipWithoutARowIsFound() {
    books.run("UPDATE clip SET adjusted_micros = adjusted_micros + 8 WHERE id = ?", alices);
    all(recount);
    assertThat(found()).containsExactly("campaign:" + campaign + ":clips 0 8 USD");

    books.run("UPDATE clip SET adjusted_micros = adjusted_micros - 8 WHERE id = ?", alices);
    books.run("UPDATE clip SET held_micros = held_micros - 6 WHERE id = ?", alices);
    all(recount);
    assertThat(found()).containsExactly("campaign:" + campaign + ":clips 0 6 USD");

    books.run("UPDATE clip SET held_micros = held_micros + 6 WHERE id = ?", alices);
    all(recount);
    assertThat(found()).isEmpty();
  }

  @Test
  void receiptsOfAClipThatIsNotThereAreFound() {
    UUID gone = books.clip(campaign, "carol");
    books.settle(campaign, gone, 1, THEN);
    books.run("DELETE FROM clip WHERE id = ?", gone);
    all(recount);
    assertThat(found()).containsExactly("campaign:" + campaign + ":clips 0 1 USD");

    books.run(
        "INSERT INTO clip (id, campaign_id, clipper_id, platform, video_id, baseline_views,"
            + " high_views, segment_views, accrued_micros) VALUES (?, ?, 'carol', 'TIKTOK', 'v', 0,"
            + " 0, 0, 1)",
        gone,
        campaign);
    all(recount);
    assertThat(found()).isEmpty();
  }

  @Test
  void whatACheckFindsWhileTheRecountCountsStands() {
    countAll();
    CountedMeanwhile counting = new CountedMeanwhile(jdbc);
    all(new RecountRunner(counting, findings, open, transaction, settings, Clock.systemUTC()));
    clock.check();

    assertThat(entrySums(counting.entry)).isEqualTo(1);

    posting(counting.entry, 1, -7);
    books.run("UPDATE books_currency SET sum_micros = sum_micros - 7 WHERE currency = 'USD'");
    all(recount);
    assertThat(entrySums(counting.entry)).isZero();
  }

  /** While it counts, an entry that does not add up is posted, and a check finds it. */
  private final class CountedMeanwhile extends Recount {
    private long entry;

    CountedMeanwhile(JdbcClient jdbc) {
      super(jdbc);
    }

    @Override
    List<Finding> count() {
      List<Finding> counted = super.count();
      CompletableFuture.runAsync(
              () -> {
                entry = unbalanced();
                countAll();
              })
          .join();
      assertThat(entrySums(entry)).isEqualTo(1);
      return counted;
    }
  }

  private long unbalanced() {
    long entry =
        jdbc.sql(
                "INSERT INTO ledger_entry (kind, campaign_id, currency, posted_at) VALUES"
                    + " ('FUNDING', ?, 'USD', now()) RETURNING id")
            .param(campaign)
            .query(Long.class)
            .single();
    posting(entry, 0, 7);
    return entry;
  }

  /** Past the triggers, as nobody but the owner of the tables can. */
  private void posting(long entry, int line, long micros) {
    transaction.executeWithoutResult(
        status -> {
          books.run("SET LOCAL session_replication_role = replica");
          books.run(
              "INSERT INTO ledger_posting VALUES (?, ?, ?, ?)",
              entry,
              line,
              "campaign:" + campaign + ":brand",
              micros);
        });
  }

  private long entrySums(long entry) {
    return one(
        "SELECT count(*) FROM books_finding WHERE rule = 'ENTRY_SUM' AND subject = ?",
        "entry:" + entry);
  }

  private void accrue(UUID clip, long micros) {
    books.run("UPDATE clip SET accrued_micros = accrued_micros + ? WHERE id = ?", micros, clip);
  }

  private void all(RecountRunner runner) {
    countAll();
    books.run("UPDATE books_position SET recounted_at = NULL, recount_begun_at = NULL");
    runner.recount();
  }

  /** Checks until all that is there is counted: what others have open for a moment delays it. */
  private void countAll() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              clock.check();
              return one(
                      """
                      SELECT count(*) FROM books_position WHERE entry_id >= (SELECT max(id) FROM ledger_entry)
                          AND settlement_id >= (SELECT max(id) FROM settlement)
                      """)
                  == 1;
            });
  }

  /** What a recount found of the campaign: subject, expected, found and currency. */
  private List<String> found() {
    return jdbc.sql(
            "SELECT subject || ' ' || expected_micros || ' ' || found_micros || ' ' || currency"
                + " FROM books_finding WHERE rule = 'RECOUNT' AND subject LIKE ?")
        .param("%" + campaign + "%")
        .query((rs, n) -> rs.getString(1))
        .list();
  }
}
