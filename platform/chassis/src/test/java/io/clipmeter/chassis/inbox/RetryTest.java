package io.clipmeter.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class RetryTest {

  @ParameterizedTest
  @ValueSource(strings = {"P0001", "22008", "22003", "23514", "23505"})
  void whatTheDatabaseRefusesForItsContentIsNotTriedAgain(String state) {
    SQLException said = new SQLException("refused", state);

    assertThat(Retry.worthwhile(new TransactionSystemException("commit", said))).isFalse();
    assertThat(Retry.worthwhile(new TransientDataAccessResourceException("x", said))).isFalse();
    assertThat(Retry.worthwhile(said)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "58030", "55P03"})
  void whatPassesIsTriedAgain(String state) {
    SQLException said = new SQLException("away", state);

    assertThat(Retry.worthwhile(new TransactionSystemException("commit", said))).isTrue();
    assertThat(Retry.worthwhile(new IllegalStateException(said))).isTrue();
  }

  @Test
  void whereTheDatabaseSaysNothingTheKindOfFailureDecides() {
    assertThat(Retry.worthwhile(new CannotCreateTransactionException("no connection"))).isTrue();
    assertThat(Retry.worthwhile(new KafkaException("no broker"))).isTrue();
    assertThat(Retry.worthwhile(new IllegalStateException("a record"))).isFalse();
    assertThat(Retry.worthwhile(new SQLException("no state"))).isFalse();
  }
}
