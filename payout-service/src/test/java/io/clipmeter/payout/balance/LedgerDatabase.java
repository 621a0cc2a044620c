package io.clipmeter.payout.balance;

import io.clipmeter.money.Money;
import io.clipmeter.testing.Engines;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with the service's tables, and the ledger upon it: no more of the service runs. */
abstract class LedgerDatabase {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final Engines ENGINES = Engines.fresh();
  private static final DriverManagerDataSource DATABASE =
      new DriverManagerDataSource(ENGINES.jdbcUrl(), ENGINES.username(), ENGINES.password());

  final JdbcClient sql = JdbcClient.create(DATABASE);
  final Balances balances = new Balances(sql);
  final ClipperLedger ledger = new ClipperLedger(balances, new LedgerEntries(sql));
  final LedgerInvariants invariants = new LedgerInvariants(sql);
  final String clipper = newClipper();

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

  final boolean credit(UUID accrual, Money amount) {
    ledger.post(List.of(new JournalEntry(EntryKind.ACCRUAL, accrual, clipper, amount)), NOW);
    return true;
  }

  final Money earned(String who) {
    return balances.of(who).getFirst().earned();
  }

  static <T> T inTransaction(Supplier<T> action) {
    T result = transaction().execute(status -> action.get());
    return Objects.requireNonNull(result);
  }

  static String newClipper() {
    return "clipper-" + UUID.randomUUID();
  }

  static TransactionTemplate transaction() {
    return new TransactionTemplate(new JdbcTransactionManager(DATABASE));
  }

  static Money dollars(String amount) {
    return Money.of(amount, "USD");
  }
}
