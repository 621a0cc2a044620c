package io.clipmeter.earnings.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Story;
import io.clipmeter.testing.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DryRunIT extends RunningService {
  private final UUID campaign = UUID.randomUUID();
  private final Story story = new Story(campaign);
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final String path = "/api/admin/campaigns/" + campaign + "/settlements/dry-run";
  private final String admin = TestTokens.admin("boss");

  @BeforeEach
  void twoClipsAndTenDollars() {
    wire.send(story.changed("10"));
    wire.send(story.approved(first, "alice", 0));
    wire.send(story.approved(second, "bob", 1_000));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> one("SELECT count(*) FROM clip WHERE campaign_id = ?", campaign) == 2);
  }

  @Test
  void aRoundThatFitsIsShownAndNotPosted() {
    JsonNode shown = run(reading(first, "2000") + "," + reading(second, "2000")).json();

    assertThat(shown.path("outcome").asString()).isEqualTo("SETTLED");
    assertThat(shown.at("/total/amount").asString()).isEqualTo("7.50");
    assertThat(shown.at("/remaining/amount").asString()).isEqualTo("10.00");
    assertThat(shown.path("shares")).hasSize(2);
    assertThat(one("SELECT count(*) FROM settlement WHERE campaign_id = ?", campaign)).isZero();
    assertThat(one("SELECT count(*) FROM round WHERE campaign_id = ?", campaign)).isZero();
    assertThat(one("SELECT spent_micros FROM campaign WHERE id = ?", campaign)).isZero();
  }

  @Test
  void moreThanIsLeftIsRationed() {
    JsonNode shown = run(reading(first, "12000") + "," + reading(second, "4000")).json();

    assertThat(shown.path("outcome").asString()).isEqualTo("RATIONED");
    assertThat(shown.at("/total/amount").asString()).isEqualTo("10.00");
  }

  @Test
  void itWaitsForAClipThatCouldNotBeReadWhereItWouldSpendTheBudget() {
    JsonNode shown = run(reading(first, "90000") + "," + reading(second, "null")).json();

    assertThat(shown.path("outcome").asString()).isEqualTo("HELD");
    assertThat(shown.path("shares")).isEmpty();
  }

  @Test
  void theNextRoundIsShownWithThoseThatAreHeldBeforeIt() {
    hold(1, 6_000);
    JsonNode alone = next().json();
    assertThat(alone.path("outcome").asString()).isEqualTo("RATIONED");
    assertThat(alone.at("/total/amount").asString()).isEqualTo("10.00");
    assertThat(alone.path("shares")).hasSize(2);

    UUID second = stuck(2, 7_000);
    JsonNode shown = next().json();
    assertThat(shown.path("roundId").asString()).isEqualTo(second.toString());
    // 15.00 for the held reading of the first, 15.00 for the second's.
    assertThat(shares(shown)).containsExactlyInAnyOrder("5.00 of 15.00", "5.00 of 15.00");
    assertThat(one("SELECT count(*) FROM settlement WHERE campaign_id = ?", campaign)).isZero();
  }

  @Test
  void supposedReadingsAreSettledWithWhatHeldRoundsHaveRead() {
    hold(1, 6_000);
    JsonNode shown = run(reading(second, "7000")).json();

    assertThat(shown.path("roundId").isNull()).isTrue();
    assertThat(shown.path("outcome").asString()).isEqualTo("RATIONED");
    assertThat(shares(shown)).containsExactlyInAnyOrder("5.00 of 15.00", "5.00 of 15.00");
  }

  @Test
  void heldRoundsOfAnotherPriceComeFirst() {
    UUID held = hold(1, 6_000);
    wire.send(story.change(2).budget("10").cpm("5.00").event());
    awaitVersion(2);
    stuck(2, 7_000);

    assertThat(run(reading(second, "7000")).problem()).isEqualTo("held-rounds-first");
    JsonNode shown = next().json();
    assertThat(shown.path("roundId").asString()).isEqualTo(held.toString());
    assertThat(shown.path("termsVersion").asInt()).isEqualTo(1);
  }

  @Test
  void whereNoRoundWaitsThereIsNoneToShow() {
    assertThat(next().status()).isEqualTo(409);
    assertThat(next().problem()).isEqualTo("no-round-waits");
  }

  @Test
  void aRoundOfTenThousandCanBeAskedAndNoLargerOne() {
    jdbc.sql(
            """
            INSERT INTO clip (id, campaign_id, clipper_id, platform, video_id, baseline_views, high_views, segment_views)
            SELECT gen_random_uuid(), ?, 'c', 'TIKTOK', 'v', 0, 0, 0 FROM generate_series(1, 9998)
            """)
        .param(campaign)
        .update();
    String all =
        jdbc
            .sql("SELECT id FROM clip WHERE campaign_id = ?")
            .param(campaign)
            .query((rs, n) -> reading(rs.getObject(1, UUID.class), "1"))
            .list()
            .stream()
            .collect(Collectors.joining(","));

    assertThat(run(all).json().path("shares")).hasSize(10_000);
    assertThat(run(all + "," + reading(first, "1")).status()).isEqualTo(400);
  }

  @Test
  void aClipOfAnotherCampaignOrNamedTwiceIsRefused() {
    assertThat(run(reading(UUID.randomUUID(), "5")).problem()).isEqualTo("clips-invalid");
    assertThat(run(reading(first, "5") + "," + reading(first, "6")).problem())
        .isEqualTo("clips-invalid");
  }

  @Test
  void aCampaignThatIsNotThereIsNotFound() {
    String other = path.replace(campaign.toString(), UUID.randomUUID().toString());
    Answer answer = post(other, admin, "", body(reading(first, "5")));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("campaign-not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"readings\":[]}",
        "{\"readings\":[null]}",
        "{\"readings\":[{\"views\":5}]}",
        "{\"readings\":[{\"clipId\":\"x\",\"views\":5}]}",
        "{\"readings\":[{\"clipId\":\"00000000-0000-0000-0000-000000000001\",\"views\":-1}]}",
        "{\"readings\":[{\"clipId\":\"00000000-0000-0000-0000-000000000001\",\"views\":1e30}]}",
        "[]",
        "rubbish"
      })
  void whatIsNoRoundIsAProblem(String rubbish) {
    Answer answer = post(path, admin, "", rubbish);

    assertThat(answer.status()).isBetween(400, 422);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @Test
  void onlyAdminsAsk() {
    assertThat(post(path, TestTokens.clipper("alice"), "", body(reading(first, "5"))).status())
        .isEqualTo(403);
  }

  /** A round that waits for a clip to be read again. */
  private UUID hold(long number, long views) {
    UUID round = UUID.randomUUID();
    wire.send(story.observed(round, first, views));
    wire.send(story.unavailable(round, second));
    wire.send(story.closed(round, number, 2, 1, 1L));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> one("SELECT count(*) FROM round WHERE id = ? AND status = 'HELD'", round) == 1);
    return round;
  }

  /** A round of the second clip that is whole, and that nobody has settled yet. */
  private UUID stuck(long number, long views) {
    UUID round = UUID.randomUUID();
    long version = one("SELECT version FROM campaign WHERE id = ?", campaign);
    jdbc.sql("INSERT INTO reading VALUES (?, ?, ?, 'OK', ?, now(), 'SIMULATED')")
        .params(round, second, campaign, views)
        .update();
    jdbc.sql(
            "INSERT INTO round (id, campaign_id, number, clips, closed_at, campaign_version) VALUES"
                + " (?, ?, ?, 1, now(), ?)")
        .params(round, campaign, number, version)
        .update();
    return round;
  }

  private void awaitVersion(long version) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> one("SELECT version FROM campaign WHERE id = ?", campaign) == version);
  }

  private static List<String> shares(JsonNode shown) {
    return shown
        .path("shares")
        .valueStream()
        .map(s -> s.at("/amount/amount").asString() + " of " + s.at("/due/amount").asString())
        .toList();
  }

  private Answer next() {
    return post(path, admin, "", "");
  }

  private Answer run(String readings) {
    return post(path, admin, "", body(readings));
  }

  private static String body(String readings) {
    return "{\"readings\":[" + readings + "]}";
  }

  private static String reading(UUID clip, String views) {
    return "{\"clipId\":\"%s\",\"views\":%s}".formatted(clip, views);
  }
}
