package io.clipmeter.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is refused in Apify's words, and never a 5xx. */
class BadRequestsTest {
  private static final String RUNS = Playground.TIKTOK + "/runs";
  private static final int BODY_MAX = 9_437_184;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"postURLs\":[\"x\"] | run-input-body-not-valid-json",
        "not json | run-input-body-not-valid-json",
        "{} {} | run-input-body-not-valid-json",
        "[] | invalid-input",
        "null | invalid-input",
        "'' | invalid-input",
        "{\"resultsPerPage\":1} | invalid-input",
        "{\"postURLs\":\"https://www.tiktok.com/@a/video/1\"} | invalid-input",
        "{\"postURLs\":[7524354452762037512]} | invalid-input",
        "{\"postURLs\":[null]} | invalid-input",
        "{\"postURLs\":[],\"resultsType\":\"stars\"} | invalid-input"
      })
  void aBadInputIsRefused(String body, String type) throws Exception {
    var reply = simulator.post(RUNS, body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorType()).isEqualTo(type);
  }

  @Test
  void startUrlsAreObjects() throws Exception {
    var reply = simulator.post(Playground.YOUTUBE + "/runs", "{\"startUrls\":[\"https://x\"]}");

    assertThat(reply.errorType()).isEqualTo("invalid-input");
  }

  @ParameterizedTest
  @CsvSource({
    "timeout=-1, 400",
    "timeout=soon, 400",
    "memory=1000, 400",
    "memory=64, 400",
    "memory=65536, 402",
    "maxItems=0, 400",
    "maxItems=99999999999999999999, 400",
    "maxTotalChargeUsd=-1, 400",
    "maxTotalChargeUsd=1e999999999, 400",
    "waitForFinish=x, 400",
    "memory=4096&maxItems=2&maxTotalChargeUsd=0.5&timeout=0, 201"
  })
  void badOptionsAreRefused(String query, int status) throws Exception {
    var reply = simulator.post(RUNS + "?" + query, "{\"postURLs\":[]}");

    assertThat(reply.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v2/acts/nobody~nothing/runs, 404, record-not-found",
    "POST, /v2/acts/clockworks/tiktok-scraper/runs, 404, page-not-found",
    "GET, /v2/actor-runs/none, 404, record-not-found",
    "POST, /v2/actor-runs/none/abort, 404, record-not-found",
    "GET, /v2/datasets/none/items, 404, record-not-found",
    "GET, /v2/datasets/none/items?format=xml, 400, invalid-request",
    "GET, /v2/datasets/none/items?offset=-1, 400, invalid-request",
    "GET, /v2/key-value-stores/none/records/INPUT, 404, record-not-found",
    "GET, /v2/actors/none, 404, record-not-found",
    "GET, /v2/nothing, 404, page-not-found",
    "GET, /, 404, page-not-found",
    "GET, /v2/actor-runs?limit=ten, 400, invalid-request",
    "PUT, /v2/actor-runs, 405, method-not-allowed",
    "DELETE, /v2/users/me/limits, 405, method-not-allowed"
  })
  void whatIsNotThereIsNamed(String method, String path, int status, String type) throws Exception {
    var reply = simulator.send(method, path, "");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.errorType()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 401, token-not-provided",
    "Basic abc, 401, token-not-provided",
    "'Bearer ', 401, token-not-provided",
    "Bearer invalid, 401, invalid-token",
    "bearer anything, 200, ''"
  })
  void aTokenIsNeeded(String authorization, int status, String type) throws Exception {
    var request = HttpRequest.newBuilder(simulator.uri("/v2/users/me/limits"));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }

    var reply = simulator.send(request.build());
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.errorType()).isEqualTo(type);
  }

  @Test
  void theTokenMayStandInTheQuery() throws Exception {
    var request = HttpRequest.newBuilder(simulator.uri("/v2/users/me/limits?token=abc")).build();

    assertThat(simulator.send(request).status()).isEqualTo(200);
  }

  @Test
  void aBodyMayBeAsLargeAsTheLimitAndNoLarger() throws Exception {
    String largest = "{\"postURLs\":[]" + " ".repeat(BODY_MAX - 15) + "}";
    var tooLarge = simulator.post(RUNS, largest + " ");

    assertThat(simulator.post(RUNS, largest).status()).isEqualTo(201);
    assertThat(tooLarge.status()).isEqualTo(413);
    assertThat(tooLarge.errorType()).isEqualTo("request-too-large");
    assertThat(tooLarge.raw().body()).contains("limit: 9437184 bytes, actual length: 9437185");
  }

  @Test
  void otherContentIsRefused() throws Exception {
    var packed =
        simulator
            .request(RUNS)
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofString("{}"));
    var form =
        HttpRequest.newBuilder(simulator.uri(RUNS + "?token=t"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("postURLs=1"));
    var latin =
        simulator
            .request(RUNS)
            .POST(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xe9, '"'}));

    assertThat(simulator.send(packed.build()).status()).isEqualTo(415);
    assertThat(simulator.send(form.build()).errorType()).isEqualTo("invalid-input");
    assertThat(simulator.send(latin.build()).errorType())
        .isEqualTo("run-input-body-not-valid-json");
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    var reply = simulator.post(RUNS, "{\"a\":" + "[".repeat(100_000));

    assertThat(reply.errorType()).isEqualTo("run-input-body-not-valid-json");
  }
}
