package io.clipmeter.tracking.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An entry waits for a second admin, and much may happen meanwhile. */
class ConfirmIT extends Stage {
  private static final String ENTRIES = "/api/admin/tracking/manual-readings";

  private CampaignChanged campaign = Given.campaign();
  private SubmissionReceived clip = Given.tiktok(campaign.campaignId());
  private String id = "";

  @BeforeEach
  void entered() {
    campaign = Given.campaign();
    clip = tracked(campaign, 1).getFirst();
    clock.advance(Duration.ofHours(1));
    id =
        service
            .post(
                "/api/admin/tracking/clips/" + clip.submissionId() + "/manual-readings",
                "{\"views\":300000,\"evidence\":\"https://screens.example/1.png\"}")
            .json()
            .path("id")
            .asString();
  }

  @Test
  void aDayLaterItCanStillBeConfirmedAndThenNoMore() {
    clock.advance(Duration.ofDays(1).plusMillis(1));
    assertRefused("TOO_OLD");
    clock.advance(Duration.ofMillis(-1));

    assertThat(confirm().status()).isEqualTo(200);
  }

  @Test
  void whatWasReadSinceIsNotConfirmed() {
    clock.advance(Duration.ofHours(1));
    show(clip, 500);
    service.post(
        "/api/view-tracking/update?wait=PT20S",
        "{\"campaignId\":\"" + campaign.campaignId() + "\"}");
    awaitNoOpenRound();

    assertRefused("READ_SINCE");
  }

  @Test
  void whatNoRoundReadsAnyMoreIsNotConfirmed() {
    jdbc.sql("UPDATE clip SET status = 'GONE' WHERE id = :id")
        .param("id", clip.submissionId())
        .update();

    assertRefused("NOT_READ_ANY_MORE");
  }

  private void assertRefused(String reason) {
    Answer answer = confirm();
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("implausible-measurement");
    assertThat(answer.json().path("reason").asString()).isEqualTo(reason);
    assertThat(service.get(ENTRIES + "?state=PENDING").json().path("items").size()).isOne();
  }

  private Answer confirm() {
    return service.send("POST", ENTRIES + "/" + id + "/confirm", TestTokens.admin("admin-2"), null);
  }
}
