package io.clipmeter.payout.balance;

import static io.clipmeter.payout.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.money.Money;
import io.clipmeter.payout.balance.LedgerInvariants.Findings;
import io.clipmeter.testing.Engines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger refuses, whoever asks for it: the rules are the database's own. */
class LedgerIT {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final Engines ENGINES = Engines.fresh();
  private static final DriverManagerDataSource DATABASE =
      new DriverManagerDataSource(ENGINES.jdbcUrl(), ENGINES.username(), ENGINES.password());

  private final JdbcClient sql = JdbcClient.create(DATABASE);
  private final Balances balances = new Balances(sql);
  private final ClipperLedger ledger = new ClipperLedger(balances, new LedgerEntries(sql));
  private final LedgerInvariants invariants = new LedgerInvariants(sql);
  private final String clipper = newClipper();

  @BeforeAll
  static void migrate() {
    Flyway.configure().dataSource(DATABASE).load().migrate();
  }

  @AfterAll
  static void close() {
    ENGINES.close();
  }

  @BeforeEach
  void earnOneHundredDollars() {
    inTransaction(() -> credit(UUID.randomUUID(), dollars("100")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger_entry SET kind = 'SETTLE'",
        "UPDATE ledger_posting SET micros = micros + 1",
        "UPDATE ledger_posting SET micros = micros WHERE false",
        "DELETE FROM ledger_posting",
        "DELETE FROM ledger_entry",
        "TRUNCATE ledger_posting",
        "TRUNCATE ledger_entry CASCADE",
        "DELETE FROM balance",
        "UPDATE audit_log SET actor = 'nobody'",
        "DELETE FROM audit_log",
        "DELETE FROM payout_request"
      })
  void whatWasWrittenStays(String change) {
    assertThatThrownBy(() -> sql.sql(change).update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append-only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // one-sided
        "INSERT INTO ledger_posting VALUES (%1$d, 'someone', 'USD', 'AVAILABLE', 5)",
        // does not sum to zero
        "INSERT INTO ledger_posting VALUES (%1$d, NULL, 'USD', 'CLEARING', -5),"
            + " (%1$d, 'someone', 'USD', 'AVAILABLE', 4)",
        // two currencies
        "INSERT INTO ledger_posting VALUES (%1$d, NULL, 'EUR', 'CLEARING', -5),"
            + " (%1$d, 'someone', 'USD', 'AVAILABLE', 5)",
        // nothing at all
        "DELETE FROM payout_details WHERE %1$d < 0"
      })
  void anEntryThatDoesNotBalanceIsNotCommitted(String postings) {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      long id = bareEntry();
                      sql.sql(postings.formatted(id)).update();
                      return id;
                    }))
        .rootCause()
        .hasMessageContaining("is not balanced");
  }

  @Test
  void aBalancedEntryTakesNoFurtherPosting() {
    long id =
        sql.sql("SELECT max(entry_id) FROM ledger_posting WHERE clipper_id = ?")
            .param(clipper)
            .query(Long.class)
            .single();
    assertThatThrownBy(
            () ->
                sql.sql("INSERT INTO ledger_posting VALUES (?, ?, 'USD', 'RESERVED', 5)")
                    .params(id, clipper)
                    .update())
        .hasMessageContaining("is not balanced");
  }

  @Test
  void moreThanIsAvailableIsNeverReserved() {
    reserve(UUID.randomUUID(), "60");
    assertThatThrownBy(() -> reserve(UUID.randomUUID(), "40.000001"))
        .hasMessageContaining("balance_never_below_zero");
    reserve(UUID.randomUUID(), "40");
  }

  @Test
  void nothingHappensTwiceToOnePayout() {
    UUID payout = UUID.randomUUID();
    reserve(payout, "10");
    assertThatThrownBy(() -> reserve(payout, "10")).hasMessageContaining("happened before");
    settle(payout, "10");
    assertThatThrownBy(() -> settle(payout, "10")).hasMessageContaining("happened before");
    reserve(UUID.randomUUID(), "10");
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      ledger.release(payout, clipper, dollars("10"), NOW);
                      return payout;
                    }))
        .hasMessageContaining("ledger_entry_one_end");
  }

  @Test
  void lifetimeEarningsAndPaymentsNeverFall() {
    UUID payout = UUID.randomUUID();
    reserve(payout, "10");
    settle(payout, "10");
    for (String column : List.of("earned_micros", "paid_micros")) {
      assertThatThrownBy(
              () -> sql.sql("UPDATE balance SET " + column + " = " + column + " - 1").update())
          .hasMessageContaining("earned and paid never fall");
    }
    assertThat(earned(clipper)).isEqualTo(dollars("100"));
  }

  @Test
  void sixteenAtOnceReserveExactlyWhatFits() throws Exception {
    List<Boolean> reserved =
        atOnce(16, () -> inTransaction(() -> reserveIfAvailable(dollars("9"))));
    assertThat(reserved.stream().filter(done -> done)).hasSize(11);
    Balance balance = balances.of(clipper).getFirst();
    assertThat(balance.reserved()).isEqualTo(dollars("99"));
    assertThat(balance.available()).isEqualTo(dollars("1"));
  }

  @Test
  void batchesWithTheSameClippersInAnyOrderDoNotWaitForEachOther() throws Exception {
    List<String> clippers = Stream.generate(LedgerIT::newClipper).limit(20).toList();
    atOnce(
        8,
        () -> {
          for (int round = 0; round < 10; round++) {
            inTransaction(() -> creditAllShuffled(clippers));
          }
          return true;
        });
    for (String each : clippers) {
      assertThat(earned(each)).isEqualTo(dollars("80"));
    }
  }

  @Test
  void oneAccrualCreditedByManyAtOnceCountsOnce() throws Exception {
    UUID accrual = UUID.randomUUID();
    atOnce(8, () -> inTransaction(() -> credit(accrual, dollars("5"))));
    assertThat(earned(clipper)).isEqualTo(dollars("105"));
  }

  @Test
  void theVerifierFindsWhatGotPastTheConstraints() {
    TransactionTemplate transaction = transaction();
    transaction.executeWithoutResult(
        status -> {
          sql.sql("SET LOCAL session_replication_role = replica").update();
          sql.sql("UPDATE ledger_posting SET micros = micros + 7 WHERE clipper_id = ?")
              .param(clipper)
              .update();
          Findings found = invariants.verify();
          assertThat(found.ledgerSum()).isEqualTo(7);
          assertThat(found.unbalancedEntries()).isEqualTo(1);
          assertThat(found.differingBalances()).isEqualTo(1);
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(
        status -> {
          long before = invariants.verify().unreservedBalances();
          sql.sql("UPDATE balance SET reserved_micros = 1 WHERE clipper_id = ?")
              .param(clipper)
              .update();
          assertThat(invariants.verify().differingBalances()).isEqualTo(1);
          assertThat(invariants.verify().unreservedBalances()).isEqualTo(before + 1);
          status.setRollbackOnly();
        });
    assertThat(invariants.verify().differingBalances()).isZero();
    assertThat(invariants.verify().ledgerSum()).isZero();
  }

  private Money earned(String who) {
    return balances.of(who).getFirst().earned();
  }

  private static String newClipper() {
    return "clipper-" + UUID.randomUUID();
  }

  private static TransactionTemplate transaction() {
    return new TransactionTemplate(new JdbcTransactionManager(DATABASE));
  }

  private boolean creditAllShuffled(List<String> clippers) {
    List<JournalEntry> entries =
        new ArrayList<>(
            clippers.stream()
                .map(
                    each ->
                        new JournalEntry(EntryKind.ACCRUAL, UUID.randomUUID(), each, dollars("1")))
                .toList());
    Collections.shuffle(entries);
    ledger.credit(entries, NOW);
    return true;
  }

  private boolean credit(UUID accrual, Money amount) {
    ledger.credit(List.of(new JournalEntry(EntryKind.ACCRUAL, accrual, clipper, amount)), NOW);
    return true;
  }

  private boolean reserveIfAvailable(Money amount) {
    if (ledger.lock(clipper, amount.currency()).available().compareTo(amount) < 0) {
      return false;
    }
    ledger.reserve(UUID.randomUUID(), clipper, amount, NOW);
    return true;
  }

  private void reserve(UUID payout, String amount) {
    inTransaction(
        () -> {
          ledger.reserve(payout, clipper, dollars(amount), NOW);
          return payout;
        });
  }

  private void settle(UUID payout, String amount) {
    inTransaction(
        () -> {
          ledger.settle(payout, clipper, dollars(amount), NOW);
          return payout;
        });
  }

  private long bareEntry() {
    return sql.sql(
            "INSERT INTO ledger_entry (kind, reference, posted_at)"
                + " VALUES ('ACCRUAL', gen_random_uuid(), now()) RETURNING id")
        .query(Long.class)
        .single();
  }

  private <T> T inTransaction(Supplier<T> action) {
    T result = transaction().execute(status -> action.get());
    return Objects.requireNonNull(result);
  }

  private static Money dollars(String amount) {
    return Money.of(amount, "USD");
  }
}
