package io.clipmeter.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class RetryTest {

  @ParameterizedTest(name = "{0}, {1}: tried again {2}")
  @CsvSource({
    "P0001, a trigger's refusal, false",
    "22003, a number out of range, false",
    "54000, a text too long for an index, false",
    "22008, an instant out of range, false",
    "22P02, a text that is no number, false",
    "23502, a missing value, false",
    "23505, a double, false",
    "23514, a check, false",
    "21000, more rows than one, false",
    "25P02, a transaction that has failed, false",
    "08006, no connection, true",
    "25006, a standby, true",
    "28P01, a wrong password, true",
    "3D000, no database, true",
    "3F000, no schema, true",
    "40001, a conflict, true",
    "40P01, a deadlock, true",
    "42501, a missing right, true",
    "42703, a missing column, true",
    "42883, a missing function, true",
    "42P01, a missing table, true",
    "53300, too many connections, true",
    "55P03, a lock, true",
    "57P01, a shutdown, true",
    "58030, a disk, true"
  })
  void whatPassesIsTriedAgainAndWhatARecordHoldsIsNot(String state, String what, boolean again) {
    SQLException said = new SQLException(what, state);

    assertThat(Retry.worthwhile(said)).isEqualTo(again);
    assertThat(Retry.worthwhile(new BadSqlGrammarException("x", "SELECT", said))).isEqualTo(again);
    assertThat(Retry.worthwhile(new IllegalStateException(said))).isEqualTo(again);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P0001", "54000", "22008", "22003", "23514", "23505"})
  void whatIsRefusedForItsContentIsNotTriedAgainWhateverWrapsIt(String state) {
    SQLException said = new SQLException("refused", state);

    assertThat(Retry.worthwhile(new TransactionSystemException("commit", said))).isFalse();
    assertThat(Retry.worthwhile(new TransientDataAccessResourceException("x", said))).isFalse();
  }

  @Test
  void whereTheDatabaseSaysNothingTheKindOfFailureDecides() {
    assertThat(Retry.worthwhile(new CannotCreateTransactionException("no connection"))).isTrue();
    assertThat(
            Retry.worthwhile(
                new TransactionSystemException("commit", new SQLException("away", "57P01"))))
        .isTrue();
    assertThat(Retry.worthwhile(new KafkaException("no broker"))).isTrue();
    assertThat(Retry.worthwhile(new IllegalStateException("a record"))).isFalse();
    assertThat(Retry.worthwhile(new SQLException("no state"))).isFalse();
  }
}
