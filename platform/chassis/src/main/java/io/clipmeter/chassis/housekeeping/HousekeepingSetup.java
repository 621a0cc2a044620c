package io.clipmeter.chassis.housekeeping;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where there is a database: the others keep no rows. */
@AutoConfiguration
@ConditionalOnClass(JdbcClient.class)
class HousekeepingSetup {
  @Bean
  Housekeeping housekeeping(
      ObjectProvider<Expiring> tables, ObjectProvider<JdbcClient> databases, Clock clock) {
    return new Housekeeping(tables.orderedStream().toList(), () -> time(databases.stream(), clock));
  }

  /** The earliest that is shown: a clock that is ahead would forget what is still to be kept. */
  static Instant time(Stream<JdbcClient> databases, Clock clock) {
    return databases
        .map(HousekeepingSetup::shown)
        .reduce(clock.instant(), (ours, theirs) -> ours.isBefore(theirs) ? ours : theirs);
  }

  private static Instant shown(JdbcClient database) {
    return database.sql("SELECT now()").query(Timestamp.class).single().toInstant();
  }
}
