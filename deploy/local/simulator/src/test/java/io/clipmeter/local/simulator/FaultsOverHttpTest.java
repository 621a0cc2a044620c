package io.clipmeter.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.local.simulator.Playground.Reply;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FaultsOverHttpTest {
  private static final String A = "7400000000000000001";
  private static final String B = "7400000000000000002";
  private static final String INPUT =
      Playground.postUrls(Playground.tikTokUrl(A), Playground.tikTokUrl(B));
  @TempDir static Path state;
  private static Playground simulator;

  @BeforeAll
  static void start() throws Exception {
    simulator = Playground.seeded(state);
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @BeforeEach
  void forgetFaults() throws Exception {
    simulator.send("DELETE", "/simulator/faults", "");
  }

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMIT, 429, rate-limit-exceeded",
    "SERVER_ERROR, 500, internal-server-error",
    "HTML_502, 502, ''"
  })
  void anyCallCanGoWrong(String kind, int status, String type) throws Exception {
    simulator.fault("{\"kind\":\"%s\",\"times\":2}".formatted(kind));

    Reply first = simulator.get("/v2/actor-runs");
    assertThat(first.status()).isEqualTo(status);
    assertThat(first.errorType()).isEqualTo(type);
    assertThat(simulator.post(Playground.TIKTOK + "/runs", INPUT).status()).isEqualTo(status);
    assertThat(simulator.get("/v2/actor-runs").status()).isEqualTo(200);
  }

  @Test
  void aProxysErrorIsAPage() throws Exception {
    simulator.fault("{\"kind\":\"HTML_502\"}");

    Reply reply = simulator.get("/v2/actor-runs");
    assertThat(reply.header("Content-Type")).isEqualTo("text/html");
    assertThat(reply.raw().body()).startsWith("<html>");
  }

  @Test
  void theMonthlyLimitRefusesRuns() throws Exception {
    simulator.fault("{\"kind\":\"MONTHLY_LIMIT\",\"times\":2}");

    Reply reply = simulator.post(Playground.TIKTOK + "/runs", INPUT);
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.errorType()).isEqualTo("platform-feature-disabled");
    JsonNode current = simulator.get("/v2/users/me/limits").data().get("current");
    assertThat(current.get("monthlyUsageUsd").intValue()).isEqualTo(300);
  }

  @Test
  void aLostAnswerLeavesARunBehind() throws Exception {
    simulator.fault("{\"kind\":\"LOST_ANSWER\",\"times\":2}");
    int before = runs();

    assertThatThrownBy(() -> simulator.post(Playground.TIKTOK + "/runs", INPUT))
        .isInstanceOf(IOException.class);
    Reply waited = simulator.post(Playground.TIKTOK + "/run-sync-get-dataset-items", INPUT);
    assertThat(waited.status()).isEqualTo(408);
    assertThat(runs()).isEqualTo(before + 2);
  }

  @ParameterizedTest
  @CsvSource({"RUN_FAILED, FAILED", "TIMED_OUT, TIMED-OUT"})
  void aRunCanEndBadlyWithHalfOfItsItems(String kind, String status) throws Exception {
    simulator.fault("{\"kind\":\"%s\",\"times\":2}".formatted(kind));

    Reply run = simulator.post(Playground.TIKTOK + "/runs?waitForFinish=20", INPUT);
    assertThat(run.data().get("status").asString()).isEqualTo(status);
    String dataset = run.data().get("defaultDatasetId").asString();
    assertThat(simulator.get("/v2/datasets/" + dataset + "/items").json()).hasSize(1);
    Reply waited = simulator.post(Playground.TIKTOK + "/run-sync-get-dataset-items", INPUT);
    assertThat(waited.status()).isEqualTo(400);
    assertThat(waited.errorType()).isEqualTo("run-failed");
    assertThat(waited.json().get("error").get("message").asString())
        .matches("Actor run did not succeed \\(run ID: \\w{17}, status: " + status + "\\)\\.");
  }

  @Test
  void aVideoCanBeNotFoundWhileItsNeighbourIsThere() throws Exception {
    simulator.fault("{\"kind\":\"NOT_FOUND\",\"videoIds\":[\"%s\"]}".formatted(A));

    JsonNode items = items();
    assertThat(items).hasSize(2);
    assertThat(items.get(0).get("error").asString()).isEqualTo("Post not found or private.");
    assertThat(items.get(0).get("url").asString()).isEqualTo(Playground.tikTokUrl(A));
    assertThat(items.get(0).has("playCount")).isFalse();
    assertThat(items.get(1).get("id").asString()).isEqualTo(B);
    assertThat(items().get(0).has("playCount")).isTrue();
  }

  @Test
  void aVideoCanBeMissing() throws Exception {
    simulator.fault("{\"kind\":\"MISSING\",\"videoIds\":[\"%s\"]}".formatted(B));

    assertThat(items()).hasSize(1);
  }

  @Test
  void viewsCanBeZeroOrNull() throws Exception {
    simulator.fault("{\"kind\":\"ZERO_VIEWS\",\"videoIds\":[\"%s\"]}".formatted(A));
    simulator.fault("{\"kind\":\"NULL_VIEWS\",\"videoIds\":[\"%s\"]}".formatted(B));

    JsonNode items = items();
    assertThat(items.get(0).get("playCount").longValue()).isZero();
    assertThat(items.get(1).get("playCount").isNull()).isTrue();
  }

  @Test
  void itemsCanComeInAnotherOrderWithOneThatNobodyAskedFor() throws Exception {
    simulator.fault("{\"kind\":\"SHUFFLED\"}");
    simulator.fault("{\"kind\":\"EXTRA_ITEM\"}");

    JsonNode items = items();
    assertThat(items).hasSize(3);
    assertThat(items.get(0).get("id").asString()).isNotIn(A, B);
    assertThat(items.get(1).get("id").asString()).isEqualTo(B);
    assertThat(items.get(2).get("id").asString()).isEqualTo(A);
  }

  @Test
  void itemsCanBreakOff() throws Exception {
    simulator.fault("{\"kind\":\"TRUNCATED_JSON\"}");

    Reply reply = simulator.run(Playground.TIKTOK, INPUT);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().isNull()).isTrue();
    assertThat(reply.raw().body()).startsWith("[{\"id\":\"" + A).doesNotEndWith("]");
    assertThat(items()).hasSize(2);
  }

  @Test
  void faultsAreListedUntilTheyHaveStruck() throws Exception {
    Reply added =
        simulator.fault("{\"kind\":\"SLOW\",\"times\":3,\"seconds\":2,\"videoIds\":[\"x\"]}");

    assertThat(added.status()).isEqualTo(201);
    assertThat(simulator.get("/simulator/faults").raw().body())
        .isEqualTo(
            "{\"faults\":[{\"kind\":\"SLOW\",\"times\":3,\"videoIds\":[\"x\"],\"seconds\":2}]}");
    assertThat(simulator.send("DELETE", "/simulator/faults", "").json().get("faults")).isEmpty();
  }

  private static JsonNode items() throws Exception {
    return simulator.run(Playground.TIKTOK, INPUT).json();
  }

  private static int runs() throws Exception {
    return simulator.get("/v2/actor-runs").data().get("total").intValue();
  }
}
