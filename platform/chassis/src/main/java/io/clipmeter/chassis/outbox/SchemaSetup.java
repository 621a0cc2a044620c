package io.clipmeter.chassis.outbox;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/**
 * Migrates the chassis' own schema before the service's: two histories, so neither waits for the
 * other's numbers.
 */
@AutoConfiguration(
    beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass({Flyway.class, FlywayMigrationStrategy.class})
class SchemaSetup {
  @Bean
  FlywayMigrationStrategy chassisFirst() {
    return service -> {
      Flyway.configure()
          .dataSource(service.getConfiguration().getDataSource())
          .schemas("chassis")
          .locations("classpath:db/chassis")
          .load()
          .migrate();
      service.migrate();
    };
  }
}
