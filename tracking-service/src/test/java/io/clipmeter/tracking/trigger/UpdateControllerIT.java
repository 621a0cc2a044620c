package io.clipmeter.tracking.trigger;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class UpdateControllerIT extends Stage {
  private static final String UPDATE = "/api/view-tracking/update";

  @Test
  void anUpdateStartsARoundOfEachCampaignAndSaysWhich() {
    CampaignChanged one = Given.campaign();
    CampaignChanged two = Given.campaign();
    tracked(one, 2);
    tracked(two, 1);

    JsonNode answer = service.post(UPDATE + "?wait=PT20S", null).json();

    assertThat(answer.path("success").asBoolean()).isTrue();
    assertThat(answer.path("message").asString()).isEqualTo("2 rounds started");
    assertThat(answer.path("rounds").values())
        .extracting(round -> round.path("campaignId").asString())
        .containsExactlyInAnyOrder(one.campaignId().toString(), two.campaignId().toString());
    answer
        .path("rounds")
        .forEach(
            round -> {
              JsonNode shown = round(round.path("roundId").asString());
              assertThat(shown.path("status").asString()).isEqualTo("CLOSED");
              assertThat(shown.path("read").asInt()).isEqualTo(shown.path("clips").asInt());
            });
  }

  @Test
  void anUpdateAnswersBeforeTheRoundIsReadAndASecondOneJoinsIt() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 1);
    CountDownLatch held = new CountDownLatch(1);
    platforms.before(videos -> await(held));

    JsonNode first = update(campaign);
    JsonNode second = update(campaign);

    assertThat(first.path("message").asString()).isEqualTo("1 round started");
    assertThat(first.at("/rounds/0/joined").asBoolean()).isFalse();
    assertThat(second.path("message").asString()).isEqualTo("0 rounds started, 1 joined");
    assertThat(second.at("/rounds/0/joined").asBoolean()).isTrue();
    assertThat(second.at("/rounds/0/roundId")).isEqualTo(first.at("/rounds/0/roundId"));
    JsonNode open = round(first.at("/rounds/0/roundId").asString());
    assertThat(open.path("status").asString()).isEqualTo("OPEN");
    assertThat(open.path("read").asInt()).isZero();
    assertThat(open.path("closedAt").isNull()).isTrue();
    held.countDown();
    eventually(() -> assertThat(closed(campaign)).hasSize(1));
  }

  @Test
  void manyUpdatesAtOnceAreOneRound() throws Exception {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 2);
    CountDownLatch held = new CountDownLatch(1);
    platforms.before(videos -> await(held));
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      calls.add(() -> service.post(UPDATE, body(campaign.campaignId())));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> call : threads.invokeAll(calls)) {
        assertThat(call.get().status()).isEqualTo(200);
      }
    }
    held.countDown();

    eventually(() -> assertThat(closed(campaign)).hasSize(1));
    assertThat(jdbc.sql("SELECT count(*) FROM round").query(Long.class).single()).isOne();
  }

  @Test
  void whatCannotBeReadIsNotStarted() {
    CampaignChanged campaign = Given.campaign();
    wire.send(campaign);
    awaitKnown(campaign);

    JsonNode answer = update(campaign);

    assertThat(answer.path("message").asString()).isEqualTo("0 rounds started");
    assertThat(answer.path("rounds").values()).isEmpty();
  }

  @Test
  void anUpdateTriesBaselinesThatWait() {
    SubmissionReceived submission = Given.tiktok(UUID.randomUUID());
    platforms.outage(true);
    wire.send(submission);
    eventually(
        () ->
            assertThat(
                    number(
                        "SELECT count(*) FROM clip WHERE id = :id AND baseline_due_at >"
                            + " submitted_at AND baseline_lease IS NULL AND baseline_tries = 1",
                        submission.submissionId()))
                .isOne());
    platforms.outage(false);
    show(submission, 5);

    assertThat(service.post(UPDATE, "{}").status()).isEqualTo(200);

    eventually(
        () ->
            assertThat(text("SELECT status FROM clip WHERE id = :id", submission.submissionId()))
                .isEqualTo("BASELINED"));
  }

  @Test
  void whoAskedIsWrittenDownForGood() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 1);
    update(campaign);

    String details =
        text(
            """
            SELECT details::text FROM audit_entry
            WHERE actor = 'admin-1' AND action = 'view-tracking-update' AND details ->> 'campaignId' = :id::text
            """,
            campaign.campaignId());

    assertThat(details).contains(campaign.campaignId().toString());
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM audit_entry").update())
        .hasMessageContaining("append-only");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'campaignId':'01890000-0000-7000-8000-000000000000'} |           | 404 |"
            + " campaign-not-found",
        "{'campaignId':'no-uuid'}                              |           | 400 | unreadable-body",
        "{'campaignId':''}                                     |           | 400 | unreadable-body",
        "{'campaignId':7}                                      |           | 400 | unreadable-body",
        "{'campaignId':['a']}                                  |           | 400 | unreadable-body",
        "{'campaign':'x'}                                      |           | 400 | unreadable-body",
        "{'campaignId':                                        |           | 400 | unreadable-body",
        "[]                                                    |           | 400 | unreadable-body",
        "'text'                                                |           | 400 | unreadable-body",
        "{'campaignId':'\\u0000'}                              |           | 400 | unreadable-body",
        "{}                                                    | PT3M      | 400 | invalid-wait",
        "{}                                                    | -PT1S     | 400 | invalid-wait",
        "{}                                                    | soon      | 400 | invalid-request",
        "{}                                                    | PT999999H | 400 | invalid-wait"
      })
  void badInputIsAProblemWithAStableType(
      String body, @Nullable String wait, int status, String slug) {
    String path = wait == null ? UPDATE : UPDATE + "?wait=" + wait;

    Answer answer = service.post(path, body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(slug);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/view-tracking/update",
    "GET,  /api/view-tracking/rounds",
    "GET,  /api/view-tracking/rounds/01890000-0000-7000-8000-000000000000",
    "GET,  /api/view-tracking/clips/01890000-0000-7000-8000-000000000000/history"
  })
  void onlyAdminsMay(String method, String path) {
    assertThat(service.send(method, path, null, null).problem()).isEqualTo("unauthenticated");
    Answer clipper = service.send(method, path, TestTokens.clipper("clipper-1"), null);
    assertThat(clipper.status()).isEqualTo(403);
    assertThat(clipper.problem()).isEqualTo("forbidden");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/view-tracking/rounds/01890000-0000-7000-8000-000000000000,        404, round-not-found",
    "/api/view-tracking/rounds/no-uuid,                                     400, invalid-request",
    "/api/view-tracking/rounds?campaignId=no-uuid,                          400, invalid-request",
    "/api/view-tracking/rounds?pageSize=0,                                  400, invalid-page",
    "/api/view-tracking/rounds?pageSize=101,                                400, invalid-page",
    "/api/view-tracking/rounds?pageToken=rubbish,                           400, invalid-page",
    "/api/view-tracking/clips/01890000-0000-7000-8000-000000000000/history, 404, clip-not-found",
    "/api/view-tracking/clips/no-uuid/history,                              400, invalid-request"
  })
  void whatIsNotThereIsAProblem(String path, int status, String slug) {
    Answer answer = service.get(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(slug);
  }

  @Test
  void roundsAndHistoryArePagedFromTheNewestOn() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofSeconds(1));
      update(campaign);
    }

    assertThat(pages("/api/view-tracking/rounds?campaignId=" + campaign.campaignId(), "number"))
        .containsExactly("5", "4", "3", "2", "1");
    String history = "/api/view-tracking/clips/" + clip.submissionId() + "/history?x=y";
    assertThat(pages(history, "outcome")).hasSize(5).containsOnly("OK");
    assertThat(pages(history, "readingId")).doesNotHaveDuplicates();
  }

  private List<String> pages(String path, String field) {
    List<String> all = new ArrayList<>();
    String token = "";
    do {
      JsonNode page = service.get(path + "&pageSize=2&pageToken=" + token).json();
      page.path("items").forEach(item -> all.add(item.path(field).asString()));
      token = page.path("nextPageToken").isNull() ? "" : page.path("nextPageToken").asString();
    } while (!token.isEmpty());
    return all;
  }

  private JsonNode update(CampaignChanged campaign) {
    return service.post(UPDATE + "?wait=PT2S", body(campaign.campaignId())).json();
  }

  private JsonNode round(String id) {
    return service.get("/api/view-tracking/rounds/" + id).json();
  }

  private List<RoundClosed> closed(CampaignChanged campaign) {
    return wire.events(Topic.TRACKING_ROUNDS, campaign.campaignId().toString(), RoundClosed.class);
  }

  private static String body(UUID campaignId) {
    return "{\"campaignId\":\"" + campaignId + "\"}";
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
