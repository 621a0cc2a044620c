package io.clipmeter.payout.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.payout.balance.LedgerInvariants.Findings;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger refuses, whoever asks for it: the rules are the database's own. */
class LedgerIT extends LedgerDatabase {
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
  void moneyMovesInsideATransactionOnly() {
    assertThatThrownBy(() -> ledger.reserve(UUID.randomUUID(), clipper, dollars("1"), NOW))
        .hasMessageContaining("is not balanced");
    assertThat(balances.of(clipper).getFirst().available()).isEqualTo(dollars("100"));
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
}
