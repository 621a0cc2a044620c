package io.clipmeter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** The whole of {@link WithEngines} on whatever backs this run. */
@WithEngines
@SpringBootTest(properties = "spring.kafka.consumer.auto-offset-reset=earliest")
class WithEnginesIT {

  @Autowired Engines engines;
  @Autowired Environment environment;
  @Autowired JdbcClient sql;
  @Autowired KafkaTemplate<String, String> kafka;
  @Autowired ConsumerFactory<String, String> consumers;

  @Test
  void theDatabaseIsPostgres18AndEmpty() {
    String version = sql.sql("SHOW server_version").query(String.class).single();
    assertThat(version).startsWith("18");
    assertThat(tables(sql)).isEmpty();
  }

  @Test
  void anOrdinaryDatabaseDoesNotWaitForTheDisk() {
    assertThat(sql.sql("SHOW fsync").query(String.class).single()).isEqualTo("off");
  }

  @Test
  void aRecordThatIsSentIsReceived() throws Exception {
    kafka.send("letters", "anna", "hello").get(10, TimeUnit.SECONDS);
    try (Consumer<String, String> consumer = consumers.createConsumer("readers", "one")) {
      consumer.subscribe(List.of("letters"));
      ConsumerRecord<String, String> received = first(consumer);
      assertThat(received.key()).isEqualTo("anna");
      assertThat(received.value()).isEqualTo("hello");
      assertThat(consumer.partitionsFor("letters")).hasSize(Engines.PARTITIONS);
    }
  }

  @Test
  void anotherContextSeesNeitherOurTablesNorOurTopics() throws Exception {
    sql.sql("CREATE TABLE ours (id bigint)").update();
    kafka.send("only-here", "key", "value").get(10, TimeUnit.SECONDS);
    try (var others = Engines.fresh();
        var context =
            new SpringApplicationBuilder(TestApplication.class)
                .run(arguments(others.properties()))) {
      JdbcClient theirs = context.getBean(JdbcClient.class);
      assertThat(theirs.sql("SELECT 1").query(Integer.class).single()).isEqualTo(1);
      assertThat(tables(theirs)).doesNotContain("ours");
      assertThat(topics(others)).doesNotContain("only-here");
      assertThat(topics(engines)).contains("only-here");
    } finally {
      sql.sql("DROP TABLE ours").update();
    }
  }

  @Test
  void theServiceIsToldWhomToTrustAndHowManyPartitionsToMake() {
    String jwt = "spring.security.oauth2.resourceserver.jwt.";
    assertThat(environment.getProperty(jwt + "issuer-uri")).isEqualTo(TestTokens.ISSUER);
    assertThat(environment.getProperty(jwt + "jwk-set-uri")).isEqualTo(TestTokens.jwkSetUri());
    assertThat(environment.getProperty(jwt + "audiences")).isEqualTo("clipmeter-api");
    assertThat(environment.getProperty("management.server.port")).isEqualTo("0");
    assertThat(environment.getProperty("clipmeter.kafka.partitions")).isEqualTo("6");
    assertThat(environment.getProperty("clipmeter.kafka.replication-factor")).isEqualTo("1");
  }

  private static List<@Nullable String> tables(JdbcClient sql) {
    return sql.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        .query(String.class)
        .list();
  }

  private static List<String> topics(Engines engines) throws Exception {
    Map<String, Object> address =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, engines.bootstrapServers());
    try (var admin = AdminClient.create(address)) {
      return List.copyOf(admin.listTopics().names().get(10, TimeUnit.SECONDS));
    }
  }

  private static String[] arguments(Map<String, String> properties) {
    return properties.entrySet().stream()
        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
        .toArray(String[]::new);
  }

  private static ConsumerRecord<String, String> first(Consumer<String, String> consumer) {
    for (int i = 0; i < 100; i++) {
      for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
        return record;
      }
    }
    throw new AssertionError("nothing arrived");
  }
}
