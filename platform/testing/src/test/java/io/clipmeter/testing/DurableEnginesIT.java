package io.clipmeter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a test of crashes relies on, and that a test's own properties come first. */
@WithEngines(durable = true, kafka = false)
@SpringBootTest(
    properties = {"management.server.port=-1", "spring.kafka.bootstrap-servers=nowhere:1"})
class DurableEnginesIT {

  @Autowired JdbcClient sql;
  @Autowired Environment environment;

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
  void theDatabaseKeepsItsPromisesOverACrash(String setting) {
    assertThat(sql.sql("SHOW " + setting).query(String.class).list()).isEqualTo(List.of("on"));
  }

  @Test
  void theTestsOwnPropertiesWin() {
    assertThat(environment.getProperty("management.server.port")).isEqualTo("-1");
    assertThat(environment.getProperty("spring.kafka.bootstrap-servers")).isEqualTo("nowhere:1");
  }
}
