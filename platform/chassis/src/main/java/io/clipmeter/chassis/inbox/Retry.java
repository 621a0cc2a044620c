package io.clipmeter.chassis.inbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.StringJoiner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a failure of the surroundings, which passes, from one of the record, which does not. */
final class Retry {
  private static final Logger LOG = LoggerFactory.getLogger(Retry.class);
  private static final RetryTemplate PATIENT =
      new RetryTemplate(
          RetryPolicy.builder()
              .maxRetries(Long.MAX_VALUE)
              .delay(Duration.ofMillis(500))
              .maxDelay(Duration.ofSeconds(10))
              .multiplier(2)
              .predicate(failure -> !isStop(failure))
              .build());

  private Retry() {}

  /**
   * Asks database and broker until they answer, whatever they say instead: a consumer that does not
   * know its place may neither read on nor take it for another one.
   *
   * @throws WakeupException where the consumer is being stopped
   */
  static void untilAnswered(Runnable question) {
    PATIENT.invoke(() -> ask(question));
  }

  private static void ask(Runnable question) {
    try {
      question.run();
    } catch (RuntimeException failure) {
      if (!isStop(failure)) {
        LOG.warn("The consumers' places cannot be had yet: {}", failure.toString());
      }
      throw failure;
    }
  }

  private static boolean isStop(Throwable failure) {
    return failure instanceof WakeupException || failure instanceof InterruptException;
  }

  /**
   * Whether the same may well succeed later. What the database says comes first: a constraint that
   * fails at the commit arrives as a failure of the transaction, and fails again for ever.
   */
  static boolean worthwhile(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException said && remains(said.getSQLState())) {
        return false;
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (passes(cause)) {
        tellWhereItTakesSomebody(cause);
        LOG.warn("tried again: {}", chain(failure));
        return true;
      }
    }
    return false;
  }

  /** A connection comes back by itself; what was left out is seen by nobody but in the log. */
  private static void tellWhereItTakesSomebody(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException said && leftOut(said.getSQLState())) {
        LOG.error("records wait until the database has what they need: {}", said.getMessage());
        return;
      }
    }
  }

  /** Names and SQLSTATE only: a message may hold what a record holds. */
  private static String chain(Throwable failure) {
    StringJoiner chain = new StringJoiner(" < ");
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String state = cause instanceof SQLException said ? " " + said.getSQLState() : "";
      chain.add(cause.getClass().getSimpleName() + state);
    }
    return chain.toString();
  }

  private static boolean passes(Throwable cause) {
    return switch (cause) {
      case TransientDataAccessException e -> true;
      case RecoverableDataAccessException e -> true;
      case DataAccessResourceFailureException e -> true;
      case TransactionException e -> true;
      case KafkaException e -> true;
      case SQLException e -> passes(e.getSQLState());
      default -> false;
    };
  }

  /**
   * 22 a value, 23 a constraint, 54000 a value too long for an index, P0001 a trigger's own
   * refusal: it is the record that is wrong.
   */
  private static boolean remains(@Nullable String state) {
    return state != null && state.matches("(22|23).*|54000|P0001");
  }

  /**
   * Classes of SQLSTATE (PostgreSQL, appendix A): 08 connection, 40 rollback, 53 resources, 57
   * intervention, 58 system; 55P03 a lock that was not to be had in time; 25006 a standby that
   * answers; and what was left out.
   */
  private static boolean passes(@Nullable String state) {
    return state != null && (state.matches("(08|40|53|57|58).*|25006|55P03") || leftOut(state));
  }

  /**
   * What a deployment has left out: 28 a login, 3D a database, 3F a schema, 42 a right, a table or
   * a column. Statements are the same for every record, so it is no record's fault, and record
   * after record would be set aside until somebody sees it.
   */
  private static boolean leftOut(@Nullable String state) {
    return state != null && state.matches("(28|3D|3F|42).*");
  }
}
