package io.clipmeter.tracking.source.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.call.Allowance;
import io.clipmeter.tracking.source.call.Allowance.Limits;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.Use;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** A database that fails: whoever asks is told so as of a provider that is down. */
class UsageDeskTest {
  private static final Limits LIMITS = new Limits("apify", 10, ChargeSettings.FREE);

  @Test
  void whereNoTransactionBeginsNobodyIsCalled() {
    assertThatNobodyIsCalled(new JdbcTransactionManager(new Gone()));
  }

  @Test
  void whereAStatementFailsNobodyIsCalled() {
    assertThatNobodyIsCalled(new NoTransactions());
  }

  private static void assertThatNobodyIsCalled(PlatformTransactionManager transactions) {
    JdbcClient jdbc = JdbcClient.create(new Gone());
    PartSettings parts = new PartSettings(80);
    TurnSettings settings = new TurnSettings(Duration.ofMinutes(65));
    Allowance allowance =
        new UsageDesk(
            new Uses(jdbc, parts),
            new Turns(jdbc, parts, settings),
            new ClocksInStep(jdbc, settings),
            transactions,
            SettableClock.at("2026-03-01T12:00:00Z"));

    assertThatThrownBy(() -> allowance.take(LIMITS, Use.NOTHING, Duration.ofMinutes(1)))
        .isInstanceOfSatisfying(
            ProviderFault.class,
            fault -> assertThat(fault.kind()).isEqualTo(ProviderFault.Kind.DOWN));
  }

  /** A database that nobody reaches. */
  private static final class Gone extends AbstractDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      throw new SQLException("connection refused", "08001");
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
      return getConnection();
    }
  }

  /** Begins whatever is asked for, and notices nothing. */
  private static final class NoTransactions implements PlatformTransactionManager {
    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
      return new SimpleTransactionStatus();
    }

    @Override
    public void commit(TransactionStatus status) {}

    @Override
    public void rollback(TransactionStatus status) {}
  }
}
