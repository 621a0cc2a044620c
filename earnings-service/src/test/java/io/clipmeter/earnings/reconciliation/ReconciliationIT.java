package io.clipmeter.earnings.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.Books;
import io.clipmeter.earnings.RunningService;
import io.clipmeter.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Each test breaks the books in one way, sees it told, and mends them. */
@TestPropertySource(
    properties = {
      "clipmeter.earnings.reconciliation.every=1h",
      "clipmeter.earnings.reconciliation.recount-every=1m"
    })
class ReconciliationIT extends RunningService {
  private static final Instant THEN = Instant.parse("2025-11-01T12:00:00Z");

  @Autowired ReconciliationClock clock;
  @Autowired RecountRunner recount;
  @Autowired MeterRegistry meters;
  @Autowired DataSource database;
  private Books books;
  private UUID campaign;

  @BeforeEach
  void aCampaignThatHasPaid() {
    books = new Books(jdbc);
    campaign = books.campaign(100, "USD", THEN);
    UUID clip = books.clip(campaign, "alice");
    books.settle(campaign, clip, 40, THEN);
    books.settle(campaign, clip, 2, THEN);
    countAll();
  }

  @Test
  void booksThatAreRightHaveNoFindings() {
    clock.check();

    assertThat(findings(campaign.toString())).isEmpty();
    assertThat(gauge("ledger.sum")).isZero();
    assertThat(gauge("ledger.check.age")).isLessThan(10);
  }

  @Test
  void aMicroUnitTooMuchIsToldWithItsCampaign() {
    books.run("UPDATE campaign SET spent_micros = spent_micros + 1 WHERE id = ?", campaign);
    clock.check();

    assertThat(findings(campaign.toString()))
        .containsExactlyInAnyOrder(
            "BUDGET_ACCOUNT 0.000057 0.000058 0.000001", "SPENT 0.000042 0.000043 0.000001");
    assertThat(gauge("campaigns.wrong")).isEqualTo(1);

    books.run("UPDATE campaign SET spent_micros = spent_micros - 1 WHERE id = ?", campaign);
    clock.check();
    assertThat(findings(campaign.toString())).isEmpty();
    assertThat(gauge("campaigns.wrong")).isZero();
  }

  @Test
  void aClipThatHasMoreThanItWasGivenIsSeenWithTheNextRoundAndUntilItIsRight() {
    UUID clip = books.clip(campaign, "bob");
    books.settle(campaign, clip, 5, THEN);
    books.run("UPDATE clip SET accrued_micros = accrued_micros + 1 WHERE id = ?", clip);
    clock.check();
    countAll();
    clock.check();

    assertThat(findings(campaign.toString())).containsExactly("CLIPS 0.000047 0.000048 0.000001");

    books.run("UPDATE clip SET accrued_micros = accrued_micros - 1 WHERE id = ?", clip);
    clock.check();
    assertThat(findings(campaign.toString())).isEmpty();
  }

  @Test
  void whatIsMissingInOneCurrencyIsNotMadeUpForByAnother() {
    UUID other = books.campaign(100, "EUR", THEN);
    long entry = unbalanced(campaign, "USD", 7);
    long opposite = unbalanced(other, "EUR", -7);
    countAll();

    assertThat(gauge("ledger.sum")).isEqualTo(14);
    assertThat(findings("USD")).containsExactly("CURRENCY_SUM 0.000000 0.000007 0.000007");
    assertThat(findings("EUR")).containsExactly("CURRENCY_SUM 0.000000 -0.000007 -0.000007");
    assertThat(findings("entry:" + entry)).containsExactly("ENTRY_SUM 0.000000 0.000007 0.000007");
    assertThat(findings("entry:" + opposite)).hasSize(1);

    unbalanced(campaign, "USD", -7);
    unbalanced(other, "EUR", 7);
    countAll();
    assertThat(gauge("ledger.sum")).isZero();
    assertThat(findings("USD")).isEmpty();
  }

  @Test
  void anIdThatCommitsAfterALaterOneIsCountedOnce() throws SQLException {
    try (Connection slow = database.getConnection();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      long early = insertEntry(statement, campaign);
      long late = books.entry("FUNDING", campaign, "USD", THEN, "brand", "brand", 3);
      assertThat(late).isGreaterThan(early);

      clock.check();
      clock.check();
      assertThat(countedEntry()).isLessThan(early);

      slow.commit();
    }
    countAll();

    assertThat(findings(campaign.toString())).isEmpty();
    runRecount();
    assertThat(one("SELECT count(*) FROM books_finding WHERE rule = 'RECOUNT'")).isZero();
  }

  @Test
  void aRowChangedBelowTheRunningSumsIsFoundByARecount() {
    String change =
        "UPDATE ledger_posting SET amount_micros = amount_micros + ? WHERE account = 'campaign:"
            + campaign
            + ":budget'";
    unguarded("ledger_posting", () -> books.run(change, 1));
    clock.check();
    assertThat(findings(campaign.toString())).isEmpty();

    runRecount();
    assertThat(findings("campaign:" + campaign + ":budget"))
        .containsExactly("RECOUNT 0.000059 0.000058 -0.000001");
    assertThat(
            one("SELECT count(*) FROM books_finding WHERE rule = 'ENTRY_SUM' AND found_micros = 1"))
        .isEqualTo(1);

    unguarded("ledger_posting", () -> books.run(change, -1));
    runRecount();
    assertThat(findings("campaign:" + campaign + ":budget")).isEmpty();
    assertThat(gauge("ledger.recount.age")).isLessThan(60);
  }

  @Test
  void onlyAnAdminSeesTheBooks() {
    String path = "/api/admin/earnings/reconciliation";
    assertThat(get(path, TestTokens.clipper("alice")).status()).isEqualTo(403);
    assertThat(get(path, "").status()).isEqualTo(401);
  }

  @Test
  void aRoundThatWaitsForAReadingIsSeen() {
    clock.check();
    double before = gauge("rounds.stuck");
    books.run(
        "INSERT INTO round (id, campaign_id, number, clips, closed_at) VALUES (?, ?, 99, 1, now() -"
            + " interval '61 seconds')",
        UUID.randomUUID(),
        campaign);
    clock.check();
    assertThat(gauge("rounds.stuck")).isEqualTo(before + 1);
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

  private void runRecount() {
    books.run("UPDATE books_position SET recounted_at = NULL, recount_begun_at = NULL");
    recount.recount();
    clock.check();
  }

  private long unbalanced(UUID of, String currency, long micros) {
    long entry =
        jdbc.sql(
                "INSERT INTO ledger_entry (kind, campaign_id, currency, posted_at) VALUES"
                    + " ('FUNDING', ?, ?, now()) RETURNING id")
            .params(of, currency)
            .query(Long.class)
            .single();
    unguarded(
        "ledger_posting",
        () ->
            books.run(
                "INSERT INTO ledger_posting VALUES (?, 0, ?, ?)",
                entry,
                "campaign:" + of + ":brand",
                micros));
    return entry;
  }

  /** Past the triggers, as nobody but the owner of the tables can. */
  private void unguarded(String table, Runnable deed) {
    books.run("ALTER TABLE " + table + " DISABLE TRIGGER USER");
    try {
      deed.run();
    } finally {
      books.run("ALTER TABLE " + table + " ENABLE TRIGGER USER");
    }
  }

  private static long insertEntry(Statement statement, UUID campaign) throws SQLException {
    try (ResultSet id =
        statement.executeQuery(
            """
            WITH e AS (
                INSERT INTO ledger_entry (kind, campaign_id, currency, posted_at)
                VALUES ('FUNDING', '%1$s', 'USD', now()) RETURNING id),
            p AS (
                INSERT INTO ledger_posting
                SELECT id, n, 'campaign:%1$s:brand', CASE n WHEN 0 THEN 9 ELSE -9 END FROM e, (VALUES (0), (1)) AS l (n))
            SELECT id FROM e
            """
                .formatted(campaign))) {
      id.next();
      return id.getLong(1);
    }
  }

  private long countedEntry() {
    return one("SELECT entry_id FROM books_position");
  }

  /** As the admin sees them: rule, expected, found and difference. */
  private List<String> findings(String subject) {
    JsonNode all =
        get("/api/admin/earnings/reconciliation", TestTokens.admin("boss")).json().get("findings");
    return all.valueStream()
        .filter(f -> f.get("subject").asString().equals(subject))
        .map(
            f ->
                String.join(
                    " ",
                    f.get("rule").asString(),
                    f.get("expected").asString(),
                    f.get("found").asString(),
                    f.get("difference").asString()))
        .toList();
  }

  private double gauge(String name) {
    return meters.get("clipmeter.earnings." + name).gauge().value();
  }
}
