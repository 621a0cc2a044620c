package io.clipmeter.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.simulator.Playground.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReplayOverHttpTest {
  private static final String CSV =
      """
      platform,video_id,title,observed_on,views,likes,comments,shares,region
      youtube,falls00000A,"A ""quoted"", title",2024-03-01,657842,10,,,US
      youtube,falls00000A,,2024-03-02,0,,,,US
      youtube,falls00000A,,2024-03-05,0,,,,US
      youtube,double0000A,,2024-03-01,1200345,50,5,,US
      youtube,double0000A,,2024-03-01,1200999,40,4,,GB
      youtube,double0000A,,2024-03-05,1300001,60,6,,GB
      youtube,unknown000A,,2024-03-02,,7,,,US
      tiktok,7400000000000000001,,2024-03-01,12345,1001,,17,US
      instagram,DAAAAAAAAAA,,2024-03-01,777,,,,US
      """;
  @TempDir Path directory;
  private Playground simulator;

  @BeforeEach
  void start() throws Exception {
    Path views = Files.writeString(directory.resolve("views.csv"), CSV);
    simulator = Playground.replaying(directory.resolve("state"), views);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void theFirstTickIsTheEarliestDay() throws Exception {
    assertThat(simulator.get("/simulator/state").raw().body())
        .isEqualTo(
            "{\"mode\":\"recorded\",\"tick\":0,\"day\":\"2024-03-01\",\"days\":3,\"lastTick\":2}");
  }

  @Test
  void aRecordedZeroIsServedAndAnUnrecordedDayIsNoItem() throws Exception {
    List<String> falls = new ArrayList<>();
    List<String> doubled = new ArrayList<>();
    for (int tick = 0; tick < 3; tick++) {
      falls.add(views("falls00000A"));
      doubled.add(views("double0000A"));
      simulator.post("/simulator/tick", "");
    }

    assertThat(falls).containsExactly("657842", "0", "0");
    assertThat(doubled).containsExactly("1200999", "no item", "1300001");
    assertThat(views("nobody0000A")).isEqualTo("no item");
  }

  @Test
  void whatTheFileLeavesEmptyIsLeftOut() throws Exception {
    JsonNode first = items("falls00000A").get(0);
    assertThat(first.get("likes").intValue()).isEqualTo(10);
    assertThat(first.has("commentsCount")).isFalse();

    simulator.post("/simulator/tick", "");
    JsonNode unknown = items("unknown000A").get(0);
    assertThat(unknown.has("viewCount")).isFalse();
    assertThat(unknown.get("likes").intValue()).isEqualTo(7);
  }

  @Test
  void recordedCountsAreNotRounded() throws Exception {
    JsonNode item =
        simulator
            .run(
                Playground.TIKTOK, Playground.postUrls(Playground.tikTokUrl("7400000000000000001")))
            .json()
            .get(0);

    assertThat(item.get("playCount").longValue()).isEqualTo(12_345);
    assertThat(item.get("shareCount").longValue()).isEqualTo(17);
    assertThat(item.has("collectCount")).isFalse();
    JsonNode reel =
        simulator
            .run(
                Playground.INSTAGRAM,
                Playground.directUrls("https://www.instagram.com/reel/DAAAAAAAAAA/"))
            .json()
            .get(0);
    assertThat(reel.get("videoPlayCount").longValue()).isEqualTo(777);
    assertThat(reel.has("likesCount")).isFalse();
  }

  @Test
  void ticksPastTheLastDayAreRefusedAndTheDayStays() throws Exception {
    assertThat(simulator.post("/simulator/tick", "{\"ticks\":3}").status()).isEqualTo(409);
    assertThat(simulator.post("/simulator/tick", "{\"ticks\":2}").status()).isEqualTo(200);

    Reply past = simulator.post("/simulator/tick", "");
    assertThat(past.status()).isEqualTo(409);
    assertThat(past.errorType()).isEqualTo("no-more-days");
    assertThat(simulator.get("/simulator/state").json().get("day").asString())
        .isEqualTo("2024-03-05");
    assertThat(views("double0000A")).isEqualTo("1300001");
  }

  @Test
  void aSeededModelOfTheSameDirectoryHasATickOfItsOwn() throws Exception {
    simulator.post("/simulator/tick", "{\"ticks\":2}");

    try (var seeded = Playground.seeded(directory.resolve("state"))) {
      assertThat(seeded.get("/simulator/state").json().get("tick").intValue()).isZero();
    }
  }

  private String views(String id) throws Exception {
    JsonNode items = items(id);
    return items.isEmpty() ? "no item" : items.get(0).get("viewCount").asString();
  }

  private JsonNode items(String id) throws Exception {
    return simulator
        .run(Playground.YOUTUBE, Playground.startUrls("https://www.youtube.com/watch?v=" + id))
        .json();
  }
}
