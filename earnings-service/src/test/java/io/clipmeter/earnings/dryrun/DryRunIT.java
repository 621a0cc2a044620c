package io.clipmeter.earnings.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Story;
import io.clipmeter.testing.TestTokens;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DryRunIT extends RunningService {
  private final UUID campaign = UUID.randomUUID();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final String path = "/api/admin/campaigns/" + campaign + "/settlements/dry-run";
  private final String admin = TestTokens.admin("boss");

  @BeforeEach
  void twoClipsAndTenDollars() {
    Story story = new Story(campaign);
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
