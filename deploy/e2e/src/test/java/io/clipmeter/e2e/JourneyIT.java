package io.clipmeter.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.e2e.Checkout.Outcome;
import io.clipmeter.e2e.replay.Caller;
import io.clipmeter.e2e.replay.Recording;
import io.clipmeter.e2e.replay.Replay;
import io.clipmeter.e2e.replay.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole journey: engines, issuer, simulator and all six services as processes of their own, a
 * campaign from its publication to a paid cent through the gateway, every sum recomputed.
 */
class JourneyIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String HALF_WAY = "rounds settled";

  @TempDir static Path folder;
  private static Checkout checkout;

  @BeforeAll
  static void up() throws Exception {
    checkout = new Checkout(folder);
    List<String> command = new ArrayList<>(List.of("up"));
    command.addAll(checkout.freePorts());
    succeeds(checkout.run(command.toArray(String[]::new)));
  }

  @AfterAll
  static void down() throws Exception {
    List<ProcessHandle> processes = checkout.processes();
    succeeds(checkout.run("down"));
    assertThat(processes).hasSizeGreaterThanOrEqualTo(10);
    // Whoever adopts an orphan takes a moment to notice that it has ended.
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void everySumIsRight() throws Exception {
    Outcome demo = checkout.run("demo");

    succeeds(demo);
    assertThat(demo.output()).contains("spent = budget").contains(" 0 differences.");
  }

  /** Others: {@code -Djourney.kill=gateway,postgres}. */
  private static List<String> killed() {
    return List.of(System.getProperty("journey.kill", "earnings,kafka").split(","));
  }

  @ParameterizedTest
  @MethodSource("killed")
  void everySumIsRightThoughAPartIsKilledHalfWay(String part) throws Exception {
    Path output = Files.createTempFile(folder, "demo", ".out");
    Process demo = checkout.start(output, List.of("demo"));
    await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> Files.readString(output).contains(HALF_WAY) || !demo.isAlive());
    checkout.kill(part);
    succeeds(checkout.run("up"));

    assertThat(demo.waitFor(8, TimeUnit.MINUTES)).isTrue();
    succeeds(new Outcome(demo.exitValue(), Files.readString(output)));
  }

  /**
   * By default a small recording of invented videos. Any other: {@code -Dreplay.views=FILE
   * -Dreplay.videos=600 -Dreplay.budgets=9000000.00,100000.00}.
   */
  @Test
  void recordedHistoriesArePaidToTheMicroUnit() throws Exception {
    Path views =
        Path.of(System.getProperty("replay.views", "src/test/resources/recorded-views.csv"));
    int videos = Integer.getInteger("replay.videos", 1_000);
    String budgets = System.getProperty("replay.budgets", "100000.00,1500.00");
    succeeds(checkout.run("up", "--views", views.toAbsolutePath().toString()));
    try {
      Suite suite =
          new Suite(
              caller("admin"),
              List.of(caller("clipper"), caller("clipper2")),
              new Caller(url("SIMULATOR_URL"), ""));
      Replay replay = new Replay(suite, Recording.of(views, videos), "2.50", System.out::println);

      assertThat(replay.run(List.of(budgets.split(",")))).isEmpty();
    } finally {
      succeeds(checkout.run("up", "--views", "none"));
    }
  }

  private static Caller caller(String person) throws Exception {
    return new Caller(url("GATEWAY_URL"), token(person));
  }

  private static String token(String person) throws IOException, InterruptedException {
    return checkout.run("token", person).output().strip();
  }

  @Test
  void whatRunsIsShownAndStartedOnlyOnce() throws Exception {
    List<ProcessHandle> before = checkout.processes();
    succeeds(checkout.run("up"));
    assertThat(checkout.processes()).containsExactlyInAnyOrderElementsOf(before);

    Outcome status = checkout.run("status", "-o", "json");
    succeeds(status);
    JsonNode parts = JSON.readTree(status.output()).get("parts");
    assertThat(parts).hasSizeGreaterThanOrEqualTo(10);
    assertThat(parts)
        .allSatisfy(part -> assertThat(part.get("state").asString()).isEqualTo("ready"));
  }

  @Test
  void othersReadTheViewUpdatesAsPlainJson() throws Exception {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", url("KAFKA_BOOTSTRAP"), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      String topic = "clipping.view-updates.v1";
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(part -> new TopicPartition(topic, part.partition()))
              .toList());
      List<ConsumerRecord<String, String>> read = new ArrayList<>();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
                return !read.isEmpty();
              });
      assertThat(read).allSatisfy(JourneyIT::isAnEvent);
    }
  }

  private static void isAnEvent(ConsumerRecord<String, String> event) {
    assertThat(event.headers())
        .extracting(Header::key)
        .contains("ce_id", "ce_type", "ce_source", "ce_specversion", "ce_time");
    assertThat(JSON.readTree(event.value()).has("campaignId")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{\"url\":1}",
        "{\"campaignId\":\"x\",\"url\":\"\\u0000\"}"
      })
  void badInputIsAProblemAndNeverAnError(String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url("GATEWAY_URL") + "/api/clippers/submissions"))
            .header("Authorization", "Bearer " + token("clipper"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JSON.readTree(answer.body()).get("type").asString()).isNotBlank();
  }

  private static String url(String name) throws Exception {
    Outcome status = checkout.run("status", "-o", "json");
    return JSON.readTree(status.output()).at("/urls/" + name).asString();
  }

  private static void succeeds(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
  }
}
