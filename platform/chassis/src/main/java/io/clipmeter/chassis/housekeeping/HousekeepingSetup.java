package io.clipmeter.chassis.housekeeping;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class HousekeepingSetup {
  @Bean
  Housekeeping housekeeping(ObjectProvider<Expiring> tables, Clock clock) {
    return new Housekeeping(tables.orderedStream().toList(), clock);
  }
}
