package io.clipmeter.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ControlOverHttpTest {
  private static final String ID = "7400000000000000001";
  @TempDir Path state;
  private Playground simulator;

  @BeforeEach
  void start() throws Exception {
    simulator = Playground.seeded(state);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void countsChangeWithTheTickAndNotBetween() throws Exception {
    long first = views();

    assertThat(views()).isEqualTo(first);
    assertThat(simulator.post("/simulator/tick", "").json().get("tick").intValue()).isEqualTo(1);
    assertThat(views()).isGreaterThan(first);
  }

  @Test
  void ticksGoOnAfterARestart() throws Exception {
    simulator.post("/simulator/tick", "{\"ticks\":5}");
    long before = views();
    simulator.close();
    simulator = Playground.seeded(state);

    assertThat(simulator.get("/simulator/state").raw().body())
        .isEqualTo("{\"mode\":\"seeded\",\"tick\":5}");
    assertThat(views()).isEqualTo(before);
  }

  @Test
  void ticksCanPassByThemselves() throws Exception {
    var settings =
        new SimulatorSettings(
            0, state.resolve("timed"), Optional.empty(), Optional.of(Duration.ofMillis(1)), 1);

    try (var timed = Playground.of(settings)) {
      Instant latest = Instant.now().plusSeconds(30);
      while (timed.get("/simulator/state").json().get("tick").intValue() < 2) {
        assertThat(Instant.now()).isBefore(latest);
      }
    }
  }

  @Test
  void aRunKeepsTheCountsOfItsStart() throws Exception {
    var run = simulator.post(Playground.TIKTOK + "/runs", input()).data();
    long before = views();
    simulator.post("/simulator/tick", "{}");

    String items = "/v2/datasets/" + run.get("defaultDatasetId").asString() + "/items";
    simulator.get("/v2/actor-runs/" + run.get("id").asString() + "?waitForFinish=20");
    assertThat(simulator.get(items).json().get(0).get("playCount").longValue()).isEqualTo(before);
  }

  @Test
  void aVideosCountsCanBeLookedUp() throws Exception {
    JsonNode video = simulator.get("/simulator/videos/tiktok/" + ID).json();

    assertThat(video.get("views").longValue()).isEqualTo(views());
    assertThat(video.get("listed").booleanValue()).isTrue();
  }

  @Test
  void aDeletedVideoIsGoneUntilItIsRestored() throws Exception {
    String gone = "/simulator/videos/tiktok/" + ID + "/gone";
    assertThat(simulator.post(gone, "").json().get("listed").booleanValue()).isFalse();
    simulator.close();
    simulator = Playground.seeded(state);

    JsonNode item = simulator.run(Playground.TIKTOK, input()).json().get(0);
    assertThat(item.get("error").asString()).isEqualTo("Post not found or private.");
    simulator.send("DELETE", gone, "");
    assertThat(views()).isPositive();
  }

  @Test
  void aDeletedVideoOfTheOthersIsAnErrorOrNothing() throws Exception {
    simulator.post("/simulator/videos/instagram/DAAAAAAAAAA/gone", "");
    simulator.post("/simulator/videos/youtube/abcDEF-_12A/gone", "");

    JsonNode reel =
        simulator
            .run(
                Playground.INSTAGRAM,
                Playground.directUrls("https://www.instagram.com/reel/DAAAAAAAAAA/"))
            .json();
    assertThat(reel.get(0).get("error").asString()).isEqualTo("not_found");
    assertThat(
            simulator
                .run(
                    Playground.YOUTUBE,
                    Playground.startUrls("https://www.youtube.com/watch?v=abcDEF-_12A"))
                .json())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/simulator/tick | {\"ticks\":0}",
        "/simulator/tick | {\"ticks\":-1}",
        "/simulator/tick | {\"ticks\":1.5}",
        "/simulator/tick | {\"ticks\":\"1\"}",
        "/simulator/tick | {\"ticks\":9999999999}",
        "/simulator/tick | {\"tick\":1}",
        "/simulator/tick | [1]",
        "/simulator/tick | {",
        "/simulator/faults | ''",
        "/simulator/faults | {\"kind\":\"NONE\"}",
        "/simulator/faults | {\"kind\":7}",
        "/simulator/faults | {\"kind\":\"SLOW\",\"times\":0}",
        "/simulator/faults | {\"kind\":\"SLOW\",\"seconds\":0}",
        "/simulator/faults | {\"kind\":\"SLOW\",\"seconds\":3601}",
        "/simulator/faults | {\"kind\":\"MISSING\",\"seconds\":3}",
        "/simulator/faults | {\"kind\":\"MISSING\",\"videoIds\":\"a\"}",
        "/simulator/faults | {\"kind\":\"MISSING\",\"videoIds\":[1]}",
        "/simulator/faults | {\"kind\":\"RATE_LIMIT\",\"videoIds\":[\"a\"]}",
        "/simulator/videos/tiktok/%00/gone | ''",
        "/simulator/videos/tiktok/%20/gone | ''"
      })
  void badInputIsRefusedAndChangesNothing(String path, String body) throws Exception {
    var reply = simulator.post(path, body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorType()).isEqualTo("invalid-request");
    assertThat(simulator.get("/simulator/state").json().get("tick").intValue()).isZero();
    assertThat(simulator.get("/simulator/faults").json().get("faults")).isEmpty();
  }

  @Test
  void anUnknownPlatformIsNotFound() throws Exception {
    assertThat(simulator.post("/simulator/videos/vimeo/1/gone", "").status()).isEqualTo(404);
    assertThat(simulator.get("/health").json().get("status").asString()).isEqualTo("UP");
  }

  private long views() throws Exception {
    return simulator.run(Playground.TIKTOK, input()).json().get(0).get("playCount").longValue();
  }

  private static String input() {
    return Playground.postUrls(Playground.tikTokUrl(ID));
  }
}
