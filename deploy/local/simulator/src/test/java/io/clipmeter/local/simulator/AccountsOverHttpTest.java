package io.clipmeter.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AccountsOverHttpTest {
  private static final String HANDLE = "sample.studio.example7";
  private static final String PROFILES =
      "{\"profiles\":[\"" + HANDLE + "\"],\"resultsPerPage\":%d}";
  private static final String DETAILS =
      "{\"directUrls\":[\"https://www.instagram.com/%s/\"],\"resultsType\":\"details\"}";
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
  void eachActorShowsTheBioThatWasSet() throws Exception {
    for (String platform : new String[] {"tiktok", "youtube", "instagram"}) {
      say(platform, "a code: 4711 ✨");
    }

    assertThat(tiktok(1).get(0).path("authorMeta").path("signature").asString())
        .isEqualTo("a code: 4711 ✨");
    assertThat(instagram().path("biography").asString()).isEqualTo("a code: 4711 ✨");
    assertThat(youtube().path("channelDescription").asString()).isEqualTo("a code: 4711 ✨");
  }

  @Test
  void theBioOutlivesARestartAndBelongsToOneAccount() throws Exception {
    say("instagram", "mine");
    simulator.close();
    simulator = Playground.seeded(state);

    assertThat(instagram().path("biography").asString()).isEqualTo("mine");
    assertThat(simulator.get("/simulator/accounts/tiktok/" + HANDLE).json().path("bio").asString())
        .isEqualTo("Made up for the local stack");
  }

  @Test
  void anAccountListsTheSameVideosEachTimeAsManyAsAsked() throws Exception {
    JsonNode first = tiktok(5);

    assertThat(first).hasSize(5);
    assertThat(tiktok(3).get(2).path("id")).isEqualTo(first.get(2).path("id"));
    first.forEach(
        item -> assertThat(item.path("authorMeta").path("name").asString()).isEqualTo(HANDLE));
  }

  @Test
  void aListedVideoIsTheAccountsWhenItIsAskedByItsAddress() throws Exception {
    String id = tiktok(1).get(0).path("id").asString();

    JsonNode video =
        simulator
            .run(Playground.TIKTOK, Playground.postUrls(Playground.tikTokUrl(id)))
            .json()
            .get(0);

    assertThat(video.path("authorMeta").path("name").asString()).isEqualTo(HANDLE);
  }

  @Test
  void aDeletedVideoIsNotListed() throws Exception {
    JsonNode before = tiktok(3);
    simulator.post("/simulator/videos/tiktok/" + before.get(0).path("id").asString() + "/gone", "");

    assertThat(tiktok(3)).hasSize(2);
    assertThat(tiktok(3).get(0).path("id")).isEqualTo(before.get(1).path("id"));
  }

  @Test
  void aDeletedAccountIsNotFoundUntilItIsRestored() throws Exception {
    String gone = "/simulator/accounts/instagram/" + HANDLE + "/gone";
    simulator.post(gone, "");

    assertThat(instagram().path("error").asString()).isEqualTo("not_found");
    simulator.send("DELETE", gone, "");
    assertThat(instagram().path("username").asString()).isEqualTo(HANDLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TIKTOK | {\"hashtags\":[\"summer\"],\"resultsPerPage\":4}",
        "TIKTOK | {\"searchQueries\":[\"two words\"],\"resultsPerPage\":4}",
        "YOUTUBE | {\"searchQueries\":[\"two words\"],\"maxResultsShorts\":4}",
        "YOUTUBE |"
            + " {\"startUrls\":[{\"url\":\"https://www.youtube.com/hashtag/summer\"}],\"maxResultsShorts\":4}",
        "INSTAGRAM |"
            + " {\"directUrls\":[\"https://www.instagram.com/explore/tags/summer/\"],\"resultsLimit\":4}",
        "INSTAGRAM |"
            + " {\"directUrls\":[\"https://www.instagram.com/sample.studio/\"],\"resultsType\":\"posts\",\"resultsLimit\":4}"
      })
  void tagsAndWordsLeadToVideos(String platform, String input) throws Exception {
    String actor =
        switch (platform) {
          case "TIKTOK" -> Playground.TIKTOK;
          case "YOUTUBE" -> Playground.YOUTUBE;
          default -> Playground.INSTAGRAM;
        };

    assertThat(simulator.run(actor, input).json()).hasSize(4);
  }

  @Test
  void aCountryHasSoundsWithRanksAndVideosThatUseThem() throws Exception {
    JsonNode sounds =
        simulator
            .run(
                "/v2/acts/clockworks~tiktok-trends-scraper",
                "{\"adsScrapeSounds\":true,\"adsSoundsCountryCode\":\"ID\",\"resultsPerPage\":3}")
            .json();

    assertThat(sounds).hasSize(3);
    assertThat(sounds.get(2).path("rank").intValue()).isEqualTo(3);
    assertThat(sounds.get(2).path("countryCode").asString()).isEqualTo("ID");
    assertThat(sounds.get(2).path("relatedItems")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"bio\":1}", "[]", "{\"bio\":\"x\",\"y\":1}", "{"})
  void aBioThatIsNoTextIsRefused(String body) throws Exception {
    assertThat(simulator.post("/simulator/accounts/tiktok/" + HANDLE + "/bio", body).status())
        .isEqualTo(400);
  }

  private void say(String platform, String bio) throws Exception {
    String path = "/simulator/accounts/" + platform + "/" + HANDLE + "/bio";
    assertThat(simulator.post(path, "{\"bio\":\"" + bio + "\"}").status()).isEqualTo(200);
  }

  private JsonNode tiktok(int count) throws Exception {
    return simulator.run(Playground.TIKTOK, PROFILES.formatted(count)).json();
  }

  private JsonNode instagram() throws Exception {
    return simulator.run(Playground.INSTAGRAM, DETAILS.formatted(HANDLE)).json().get(0);
  }

  private JsonNode youtube() throws Exception {
    return simulator
        .run(
            Playground.YOUTUBE,
            "{\"startUrls\":[{\"url\":\"https://www.youtube.com/@"
                + HANDLE
                + "\"}],\"maxResultsShorts\":1}")
        .json()
        .get(0);
  }
}
