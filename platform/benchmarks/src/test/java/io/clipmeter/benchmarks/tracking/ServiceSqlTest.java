package io.clipmeter.benchmarks.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceSqlTest {
  @Test
  void eachNameBecomesAPlaceAndCastsStay() {
    assertThat(ServiceSql.named("SELECT :one::uuid, ':'::text WHERE a = :other_one AND b = :one"))
        .isEqualTo(
            new ServiceSql(
                "SELECT ?::uuid, ':'::text WHERE a = ? AND b = ?",
                java.util.List.of("one", "other_one", "one")));
  }
}
