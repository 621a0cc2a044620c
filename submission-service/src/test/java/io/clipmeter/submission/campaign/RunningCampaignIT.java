package io.clipmeter.submission.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.submission.Answer;
import io.clipmeter.submission.Records;
import io.clipmeter.submission.Service;
import io.clipmeter.submission.ServiceTest;
import io.clipmeter.submission.ending.EndingRunner;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign that clippers have joined: what changes of it, and how it ends. */
@ServiceTest
class RunningCampaignIT {
  private static final String PATH = "/api/admin/campaigns";
  private static final String SHORTEST =
      """
      {"name": "Winter", "budget": {"amount": "1", "currency": "JPY"}, "cpm": "0.5",
       "platforms": ["YOUTUBE"]}
      """;
  private static final String LONGEST =
      """
      {"name": "Sommer \\uD83C\\uDF1E", "budget": {"amount": "100.00", "currency": "USD"},
       "cpm": "0.024891", "platforms": ["TIKTOK", "INSTAGRAM"],
       "clipCap": {"amount": "7.5", "currency": "USD"}, "trackingInterval": "PT1H",
       "endsAt": "2029-01-01T00:00:00Z", "sharedVideos": true}
      """;

  @Autowired Service service;
  @Autowired Records records;
  @Autowired JdbcClient sql;
  @Autowired EndingRunner ending;

  @Test
  void termsOfARunningCampaignChangeForItsNextRound() {
    UUID id = service.admin().post(PATH, LONGEST).is(201).id();
    service.admin().post(PATH + "/" + id + "/publish", "").is(200);

    service.admin().put(PATH + "/" + id, SHORTEST).isProblem(422, "currency-fixed");
    Answer changed =
        service
            .admin()
            .put(
                PATH + "/" + id,
                LONGEST
                    .replace("0.024891", "0.03")
                    .replace("}\n", ", \"minViews\": 500, \"holdDays\": 7}"))
            .is(200);

    assertThat(changed.text("status")).isEqualTo("ACTIVE");
    await()
        .untilAsserted(
            () ->
                assertThat(records.heard(CampaignChanged.class, id.toString()))
                    .last()
                    .satisfies(
                        news -> {
                          assertThat(news.cpm().amount()).isEqualTo("0.03");
                          assertThat(news.minViews()).isEqualTo(500);
                          assertThat(news.holdDays()).isEqualTo(7);
                        }));
  }

  @Test
  void whatIsDoneWithAdvertisementsStaysUntilItIsSaidOtherwise() {
    String refusing = LONGEST.replace("}\n", ", \"sponsoredVideos\": \"REFUSED\"}");
    UUID id = service.admin().post(PATH, refusing).is(201).id();
    Answer draft = service.admin().put(PATH + "/" + id, LONGEST).is(200);
    service.admin().post(PATH + "/" + id + "/publish", "").is(200);

    Answer silent = service.admin().put(PATH + "/" + id, LONGEST.replace("0.024891", "0.03"));

    assertThat(draft.text("sponsoredVideos")).isEqualTo("REFUSED");
    assertThat(silent.is(200).text("cpm")).isEqualTo("0.03");
    assertThat(silent.text("sponsoredVideos")).isEqualTo("REFUSED");
    Answer said =
        service.admin().put(PATH + "/" + id, refusing.replace("REFUSED", "ALLOWED")).is(200);
    assertThat(said.text("sponsoredVideos")).isEqualTo("ALLOWED");
    assertThat(service.admin().put(PATH + "/" + id, LONGEST).text("sponsoredVideos"))
        .isEqualTo("ALLOWED");
  }

  @Test
  void aTopUpCountsOnceHoweverOftenItIsSent() {
    UUID id = service.activeCampaign();
    String before = service.admin().get(PATH + "/" + id).text("budget.amount");
    String more = "{\"amount\": {\"amount\": \"50\", \"currency\": \"USD\"}}";
    String path = PATH + "/" + id + "/top-up";

    service.admin().post(path, more).isProblem(400, "idempotency-key-required");
    Answer first = service.admin().post(path, more, "top-" + id).is(200);
    Answer second = service.admin().post(path, more, "top-" + id).is(200);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(new BigDecimal(first.text("budget.amount")))
        .isEqualByComparingTo(new BigDecimal(before).add(new BigDecimal(50)));
    service
        .admin()
        .post(path, more.replace("50", "60"), "top-" + id)
        .isProblem(422, "idempotency-key-reused");
    service
        .admin()
        .post(path, more.replace("USD", "EUR"), "eur-" + id)
        .isProblem(422, "currency-fixed");
    service
        .admin()
        .post(path, more.replace("50", "0"), "nil-" + id)
        .isProblem(400, "invalid-request");
  }

  @Test
  void anEndedCampaignTakesNothingMoreAndSaysWhy() {
    UUID id = service.activeCampaign();

    Answer ended = service.admin().post(PATH + "/" + id + "/end", "").is(200);

    assertThat(ended.text("status")).isEqualTo("PAUSED");
    assertThat(ended.text("ending")).isEqualTo("ENDED_BY_ADMIN");
    service.admin().post(PATH + "/" + id + "/end", "").isProblem(409, "campaign-not-active");
    service.admin().post(PATH + "/" + id + "/resume", "").isProblem(409, "campaign-not-paused");
    service.admin().put(PATH + "/" + id, LONGEST).isProblem(409, "campaign-over");
    await()
        .untilAsserted(
            () ->
                assertThat(records.heard(CampaignChanged.class, id.toString()).getLast().ending())
                    .isEqualTo(CompletionReason.ENDED_BY_ADMIN));
  }

  @Test
  void aCampaignWhoseTimeIsUpEndsOnce() {
    UUID id = service.activeCampaign();
    sql.sql("UPDATE campaign SET ends_at = now() - interval '1 minute' WHERE id = :id")
        .param("id", id)
        .update();

    ending.endThoseThatAreOver();
    ending.endThoseThatAreOver();

    await()
        .untilAsserted(
            () ->
                assertThat(records.heard(CampaignChanged.class, id.toString()))
                    .filteredOn(news -> news.ending() == CompletionReason.ENDED_BY_TIME)
                    .hasSize(1));
  }
}
