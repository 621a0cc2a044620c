package io.clipmeter.submission.starting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.submission.Answer;
import io.clipmeter.submission.Concurrently;
import io.clipmeter.submission.Records;
import io.clipmeter.submission.Service;
import io.clipmeter.submission.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign that opens by itself. */
@ServiceTest
class ScheduledStartIT {
  private static final String PATH = "/api/admin/campaigns";
  private static final String OFFERS = "/api/clippers/campaigns";
  private static final String TERMS =
      """
      {"name": "Spring", "budget": {"amount": "50", "currency": "USD"}, "cpm": "1",
       "platforms": ["YOUTUBE"]}
      """;

  @Autowired Service service;
  @Autowired Records records;
  @Autowired StartingRunner runner;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  @Test
  void untilItsTimeItIsADraftThatClippersSee() {
    UUID id = draft();
    String start = inHours(1);
    Answer scheduled = schedule(id, start).is(200);
    runner.startThoseThatAreDue();

    assertThat(scheduled.text("status")).isEqualTo("DRAFT");
    assertThat(scheduled.text("startsAt")).isEqualTo(start);
    Answer offer = service.clipper("cleo").get(OFFERS + "/" + id).is(200);
    assertThat(offer.text("startsAt")).isEqualTo(start);
    assertThat(offer.text("publishedAt")).isEqualTo("null");
    assertThat(listed(OFFERS + "?pageSize=100&upcoming=true")).contains(id.toString());
    assertThat(listed(OFFERS + "?pageSize=100")).doesNotContain(id.toString());
    Answer refused =
        service
            .submit("cleo", id, "https://youtu.be/startAAAAAA")
            .isProblem(409, "campaign-not-started");
    assertThat(refused.text("startsAt")).isEqualTo(start);
    assertThat(records.heard(CampaignChanged.class, id.toString())).isEmpty();
  }

  @Test
  void untilItsTimeAllOfItMayChange() {
    UUID id = draft();
    schedule(id, inHours(2)).is(200);
    String sooner = inHours(1);

    service.admin().put(PATH + "/" + id, TERMS.replace("USD", "EUR")).is(200);
    assertThat(schedule(id, sooner).is(200).text("startsAt")).isEqualTo(sooner);
    String over = TERMS.replace("}\n", ", \"endsAt\": \"%s\"}".formatted(sooner));
    service.admin().put(PATH + "/" + id, over).isProblem(409, "campaign-over");
    Answer back = service.admin().post(PATH + "/" + id + "/unschedule", "").is(200);
    assertThat(back.text("startsAt")).isEqualTo("null");
    service
        .admin()
        .post(PATH + "/" + id + "/unschedule", "")
        .isProblem(409, "campaign-not-scheduled");
    service.clipper("cleo").get(OFFERS + "/" + id).isProblem(404, "campaign-not-found");
    service.submit("cleo", id, "https://youtu.be/startBBBBBB").isProblem(404, "campaign-not-found");
    schedule(id, sooner).is(200);
    service.admin().delete(PATH + "/" + id).is(204);
    assertThat(audited(id))
        .isEqualTo("CREATED SCHEDULED EDITED SCHEDULED UNSCHEDULED SCHEDULED DELETED");
  }

  @Test
  void atItsTimeItOpensOnceHoweverManyLook() {
    UUID id = draft();
    schedule(id, inHours(1)).is(200);
    sql.sql("UPDATE campaign SET starts_at = now() - interval '1 second' WHERE id = :id")
        .param("id", id)
        .update();

    Concurrently.times(
        6,
        n -> {
          runner.startThoseThatAreDue();
          return n;
        });

    Answer open = service.admin().get(PATH + "/" + id).is(200);
    assertThat(open.text("status")).isEqualTo("ACTIVE");
    assertThat(open.text("publishedAt")).isNotEqualTo("null");
    assertThat(open.text("version")).isEqualTo("3");
    service.submit("cleo", id, "https://youtu.be/startCCCCCC").is(201);
    schedule(id, inHours(1)).isProblem(409, "campaign-not-draft");
    await()
        .untilAsserted(
            () ->
                assertThat(records.heard(CampaignChanged.class, id.toString()))
                    .extracting(CampaignChanged::status)
                    .containsExactly(CampaignStatus.ACTIVE));
  }

  @Test
  void publishedAtOnceItNeedsNoTime() {
    UUID id = draft();
    schedule(id, inHours(1)).is(200);

    Answer open = service.admin().post(PATH + "/" + id + "/publish", "{}").is(200);

    assertThat(open.text("status")).isEqualTo("ACTIVE");
    assertThat(open.text("startsAt")).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2020-01-01T00:00:00Z\"",
        "\"+999999999-01-01T00:00:00Z\"",
        "\"soon\"",
        "\"\"",
        "\"2090-01-01T00:00:00Z\""
      })
  void aTimeThatIsNoneIsRefused(String start) {
    UUID id = draft();
    service
        .admin()
        .post(PATH + "/" + id + "/publish", "{\"startsAt\": %s}".formatted(start))
        .isProblem(400, "invalid-request");
    assertThat(service.admin().get(PATH + "/" + id).text("startsAt")).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"startsAt\": 1795262400}", "{\"startAt\": null}", "[]", "7"})
  void aBodyThatIsNoneIsRefused(String body) {
    UUID id = draft();
    service.admin().post(PATH + "/" + id + "/publish", body).isProblem(400, "unreadable-body");
    assertThat(service.admin().get(PATH + "/" + id).text("status")).isEqualTo("DRAFT");
  }

  private UUID draft() {
    return service.admin().post(PATH, TERMS).is(201).id();
  }

  private Answer schedule(UUID id, String start) {
    return service
        .admin()
        .post(PATH + "/" + id + "/publish", "{\"startsAt\": \"%s\"}".formatted(start));
  }

  private String inHours(int hours) {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(hours)).toString();
  }

  private String listed(String path) {
    return service.clipper("cleo").get(path).is(200).body().toString();
  }

  private String audited(UUID subject) {
    return sql.sql(
            "SELECT string_agg(replace(action, 'CAMPAIGN_', ''), ' ' ORDER BY id) FROM audit_log"
                + " WHERE subject_id = :id")
        .param("id", subject)
        .query(String.class)
        .single();
  }
}
