package io.clipmeter.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.simulator.Playground.Reply;
import io.clipmeter.local.simulator.run.RunTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Runs of ten videos that are ready for 1 s and then work for 10 s, under a clock of the test's.
 */
class RunsOverHttpTest {
  private static final RunTimes TIMES =
      new RunTimes(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO);
  private static final String INPUT =
      Playground.postUrls(
          java.util.stream.IntStream.range(0, 10)
              .mapToObj(n -> Playground.tikTokUrl("740000000000000000" + n))
              .toArray(String[]::new));
  private final SteppingClock clock = new SteppingClock();
  @TempDir Path state;
  private Playground simulator;

  @BeforeEach
  void start() throws Exception {
    simulator = Playground.of(state, Optional.empty(), TIMES, clock);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void aRunStartsAndSaysWhereItIs() throws Exception {
    Reply reply = simulator.post(Playground.TIKTOK + "/runs?timeout=120&memory=512", INPUT);

    assertThat(reply.status()).isEqualTo(201);
    JsonNode run = reply.data();
    assertThat(reply.header("Location"))
        .isEqualTo(simulator.uri("/v2/actor-runs/" + text(run, "id")).toString());
    assertThat(run.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "actId",
            "userId",
            "startedAt",
            "finishedAt",
            "status",
            "statusMessage",
            "isStatusMessageTerminal",
            "meta",
            "stats",
            "options",
            "buildId",
            "exitCode",
            "generalAccess",
            "defaultKeyValueStoreId",
            "defaultDatasetId",
            "defaultRequestQueueId",
            "storageIds",
            "buildNumber",
            "containerUrl",
            "usageTotalUsd");
    assertThat(text(run, "status")).isEqualTo("READY");
    assertThat(text(run, "id")).matches("[0-9A-Za-z]{17}");
    assertThat(text(run, "startedAt")).isEqualTo("2026-08-07T07:34:24.202Z");
    assertThat(run.get("finishedAt").isNull()).isTrue();
    assertThat(run.get("options").get("timeoutSecs").intValue()).isEqualTo(120);
    assertThat(run.get("options").get("memoryMbytes").intValue()).isEqualTo(512);
  }

  @Test
  void aRunGoesFromReadyOverRunningToSucceeded() throws Exception {
    JsonNode started = started("");

    clock.advance(Duration.ofSeconds(6));
    JsonNode running = show(started);
    assertThat(text(running, "status")).isEqualTo("RUNNING");
    assertThat(text(running, "statusMessage")).isEqualTo("Scraping 5/10 posts");
    assertThat(items(started)).hasSize(5);

    clock.advance(Duration.ofSeconds(5));
    JsonNode done = show(started);
    assertThat(text(done, "status")).isEqualTo("SUCCEEDED");
    assertThat(text(done, "finishedAt")).isEqualTo("2026-08-07T07:34:35.202Z");
    assertThat(done.get("exitCode").intValue()).isZero();
    assertThat(done.get("usageTotalUsd").decimalValue()).isEqualByComparingTo("0.0044");
    assertThat(done.get("chargedEventCounts").get("result").intValue()).isEqualTo(10);
    assertThat(items(started)).hasSize(10);
  }

  @Test
  void optionsCapTheCharge() throws Exception {
    JsonNode few = started("?maxItems=3");
    JsonNode cheap = started("?maxTotalChargeUsd=0.002");
    clock.advance(Duration.ofSeconds(11));

    assertThat(show(few).get("chargedEventCounts").get("result").intValue()).isEqualTo(3);
    assertThat(items(few)).hasSize(10);
    assertThat(show(cheap).get("usageTotalUsd").decimalValue()).isEqualByComparingTo("0.002");
    assertThat(items(cheap)).hasSize(4);
  }

  @Test
  void aRunCanBeStopped() throws Exception {
    JsonNode started = started("");
    clock.advance(Duration.ofSeconds(3));

    JsonNode aborted =
        simulator.post("/v2/actor-runs/" + text(started, "id") + "/abort", "").data();
    clock.advance(Duration.ofSeconds(60));

    assertThat(text(aborted, "status")).isEqualTo("ABORTED");
    assertThat(text(show(started), "status")).isEqualTo("ABORTED");
    assertThat(items(started)).hasSize(2);
  }

  @Test
  void aRunThatHasEndedIsNotStopped() throws Exception {
    JsonNode started = started("");
    clock.advance(Duration.ofSeconds(60));

    assertThat(
            text(
                simulator.post("/v2/actor-runs/" + text(started, "id") + "/abort", "").data(),
                "status"))
        .isEqualTo("SUCCEEDED");
  }

  @Test
  void aLostRunIsFoundInTheListAndKnownByItsInput() throws Exception {
    started("");
    clock.advance(Duration.ofSeconds(20));
    JsonNode newest = started("");

    JsonNode list = simulator.get("/v2/actor-runs?desc=1&limit=1").data();
    assertThat(list.get("total").intValue()).isEqualTo(2);
    assertThat(list.get("count").intValue()).isEqualTo(1);
    JsonNode found = list.get("items").get(0);
    assertThat(text(found, "id")).isEqualTo(text(newest, "id"));
    assertThat(text(found, "status")).isEqualTo("READY");
    String store = text(found, "defaultKeyValueStoreId");
    assertThat(simulator.get("/v2/key-value-stores/" + store + "/records/INPUT").raw().body())
        .isEqualTo(INPUT);
    assertThat(simulator.get(Playground.TIKTOK + "/runs").data().get("total").intValue())
        .isEqualTo(2);
    assertThat(simulator.get(Playground.YOUTUBE + "/runs").data().get("total").intValue()).isZero();
    assertThat(simulator.get("/v2/actor-runs?status=SUCCEEDED").data().get("total").intValue())
        .isEqualTo(1);
  }

  @Test
  void runsSurviveARestart() throws Exception {
    JsonNode started = started("");
    simulator.close();
    clock.advance(Duration.ofSeconds(60));
    simulator = Playground.of(state, Optional.empty(), TIMES, clock);

    assertThat(text(show(started), "status")).isEqualTo("SUCCEEDED");
    assertThat(items(started)).hasSize(10);
  }

  @Test
  void theCallThatWaitsForItemsGivesUpAndTheRunGoesOn() throws Exception {
    Reply reply = simulator.post(Playground.TIKTOK + "/run-sync-get-dataset-items", INPUT);
    clock.advance(Duration.ofSeconds(60));

    assertThat(reply.status()).isEqualTo(408);
    assertThat(reply.errorType()).isEqualTo("run-timeout-exceeded");
    JsonNode run = simulator.get("/v2/actor-runs?desc=1").data().get("items").get(0);
    assertThat(text(run, "status")).isEqualTo("SUCCEEDED");
  }

  @Test
  void slownessBeyondTheTimeoutEndsTimedOut() throws Exception {
    simulator.fault("{\"kind\":\"SLOW\",\"seconds\":300}");
    JsonNode started = started("?timeout=31");
    clock.advance(Duration.ofSeconds(31));
    assertThat(text(show(started), "status")).isEqualTo("RUNNING");
    clock.advance(Duration.ofSeconds(1));

    assertThat(text(show(started), "status")).isEqualTo("TIMED-OUT");
    assertThat(items(started)).hasSize(1);
  }

  @Test
  void theLimitsShowWhatWasUsed() throws Exception {
    started("");
    clock.advance(Duration.ofSeconds(60));

    JsonNode limits = simulator.get("/v2/users/me/limits").data();
    assertThat(limits.get("monthlyUsageCycle").get("endAt").asString())
        .isEqualTo("2026-08-31T23:59:59.999Z");
    assertThat(limits.get("current").get("monthlyUsageUsd").decimalValue())
        .isEqualByComparingTo("0.0044");
    assertThat(limits.get("limits").get("maxMonthlyUsageUsd").intValue()).isEqualTo(300);
  }

  @ParameterizedTest
  @CsvSource({"clockworks~tiktok-scraper", "apify~instagram-reel-scraper"})
  void anActorIsKnownByItsNameAndItsId(String name) throws Exception {
    JsonNode actor = simulator.get("/v2/actors/" + name).data();

    assertThat(text(actor, "username") + "~" + text(actor, "name")).isEqualTo(name);
    assertThat(simulator.get("/v2/acts/" + text(actor, "id")).data()).isEqualTo(actor);
  }

  private JsonNode started(String query) throws Exception {
    return simulator.post(Playground.TIKTOK + "/runs" + query, INPUT).data();
  }

  private JsonNode show(JsonNode run) throws Exception {
    return simulator.get("/v2/actor-runs/" + text(run, "id")).data();
  }

  private JsonNode items(JsonNode run) throws Exception {
    return simulator.get("/v2/datasets/" + text(run, "defaultDatasetId") + "/items").json();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }
}
