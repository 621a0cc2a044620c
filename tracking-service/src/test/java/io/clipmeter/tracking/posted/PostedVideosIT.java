package io.clipmeter.tracking.posted;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.events.Source;
import io.clipmeter.events.Topic;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.account.AyrshareProfiles;
import io.clipmeter.tracking.account.SocialAccounts;
import io.clipmeter.tracking.post.PostStage;
import io.clipmeter.tracking.source.ayrshare.AyrshareStub.Canned;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class PostedVideosIT extends PostStage {
  @Autowired PostRunner runner;
  @Autowired PostedVideos postedVideos;
  @Autowired PostedDesk desk;
  @Autowired SocialAccounts accounts;
  @Autowired AyrshareProfiles profiles;
  @Autowired MeterRegistry meters;

  @Test
  void aPostThatIsOutBecomesAVideoOfItsCampaignAndIsPublished() {
    posted("p-1");
    show("p-1", ID, 2314);

    runner.run();

    JsonNode video = videos().path(0);
    assertThat(video.path("videoId").asString()).isEqualTo(ID);
    assertThat(video.path("views").asLong()).isEqualTo(2314);
    assertThat(video.path("comments").isNull()).isTrue();
    assertThat(video.path("postedAt").asString()).isEqualTo("2025-07-07T14:58:13Z");
    assertThat(AYRSHARE.seen().getLast().profileKey()).isEqualTo("KEY-1");
    assertThat(AYRSHARE.seen().getLast().body().path("id").asString()).isEqualTo("p-1");
    assertThat(AYRSHARE.seen().getLast().body().has("searchPlatformId")).isFalse();
    eventually(() -> assertThat(news()).hasSize(1));
    assertThat(news().getLast().postedFor()).containsExactly(campaign.campaignId());
    assertThat(news().getLast().views()).isEqualTo(2314);
    assertThat(news().getLast().source()).isEqualTo(Source.AYRSHARE);
    assertThat(service.get(VIDEOS + "?campaignId=" + UUID.randomUUID()).json().path("items").size())
        .isZero();
    assertThat(jdbc.sql("SELECT count(*) FROM clip").query(Long.class).single()).isZero();
  }

  @Test
  void theSameVideoIsWrittenAgainOnlyWhereItChangedOrIsOld() {
    posted("p-1");
    show("p-1", ID, 10);
    runner.run();
    String first = videos().path(0).path("updatedAt").asString();
    clock.advance(Duration.ofMinutes(5));

    runner.run();
    String unchanged = videos().path(0).path("updatedAt").asString();
    show("p-1", ID, 11);
    runner.run();
    String changed = videos().path(0).path("updatedAt").asString();
    clock.advance(Duration.ofMinutes(61));
    runner.run();

    assertThat(videos().size()).isEqualTo(1);
    assertThat(unchanged).isEqualTo(first);
    assertThat(changed).isNotEqualTo(first);
    assertThat(videos().path(0).path("updatedAt").asString()).isNotEqualTo(changed);
    assertThat(videos().path(0).path("views").asLong()).isEqualTo(11);
  }

  @Test
  void aPostThatIsNotReadInTimeIsSeen() {
    posted("p-1");
    show("p-1", ID, 10);
    clock.advance(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(overdue()).isZero();
    clock.advance(Duration.ofSeconds(1));
    assertThat(overdue()).isEqualTo(1);

    runner.run();

    assertThat(overdue()).isZero();
    clock.advance(Duration.ofDays(3));
    runner.run();
    clock.set(due().plus(Duration.ofMinutes(15)).minusMillis(1));
    assertThat(overdue()).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(overdue()).isEqualTo(1);
  }

  /** Within the next hour and a half, at a time of its own. */
  private Instant due() {
    Instant due =
        jdbc.sql("SELECT read_due_at FROM scheduled_upload")
            .query((rs, n) -> rs.getTimestamp(1).toInstant())
            .single();
    assertThat(Duration.between(clock.instant(), due))
        .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(90));
    return due;
  }

  private double overdue() {
    return meters.get("clipmeter.tracking.posts.overdue").gauge().value();
  }

  @Test
  void anOldPostIsReadLessOftenButNowWhereAnAdminAsks() {
    posted("p-1");
    show("p-1", ID, 10);
    runner.run();
    clock.advance(Duration.ofDays(3));
    runner.run();
    int before = AYRSHARE.seen().size();
    clock.set(due().minusMillis(1));
    runner.run();
    assertThat(AYRSHARE.seen()).hasSize(before);
    clock.advance(Duration.ofMillis(1));
    runner.run();
    assertThat(AYRSHARE.seen()).hasSize(before + 1);

    service.post(VIDEOS + "/refresh", null);
    runner.run();

    assertThat(AYRSHARE.seen()).hasSize(before + 2);
  }

  @Test
  void aPostThatIsDueAppearsThoughNobodyCalledToTellSo() {
    String due = Given.NOW.minusSeconds(60).toString();
    String id =
        id(
            service.post(
                POSTS,
                post(
                    upload(
                        ",\"status\":\"SCHEDULED\",\"postId\":\"p-1\",\"scheduledAt\":\""
                            + due
                            + "\""))));
    runner.run();
    assertThat(videos().size()).isZero();
    show("p-1", ID, 10);

    runner.run();

    assertThat(videos().path(0).path("views").asLong()).isEqualTo(10);
    assertThat(
            service.get(POSTS + "/" + id).json().path("uploads").path(0).path("status").asString())
        .isEqualTo("POSTED");
  }

  @Test
  void aZeroAfterMoreIsNotWrittenAnywhere() {
    posted("p-1");
    show("p-1", ID, 10_000);
    runner.run();
    clock.set(Instant.parse("2027-03-01T12:00:00Z"));
    show("p-1", ID, 0);

    runner.run();

    assertThat(videos().path(0).path("views").asLong()).isEqualTo(10_000);
    assertThat(
            jdbc.sql("SELECT views FROM video WHERE video_id = :id")
                .param("id", ID)
                .query(Long.class)
                .single())
        .isEqualTo(10_000);
  }

  @Test
  void whatCannotBeReadStaysAsItIsAndStopsNobodyElse() {
    posted("p-1");
    posted("p-2");
    posted("p-3");
    show("p-1", ID, 10);
    runner.run();
    AYRSHARE.answer("p-1", "tiktok", "{\"status\":\"error\",\"errors\":[{\"code\":161}]}");
    AYRSHARE.answer("p-2", "tiktok", "[]");
    show("p-3", "7524354452762037513", 30);

    runner.run();

    assertThat(videos().values())
        .extracting(video -> video.path("views").asLong())
        .containsExactlyInAnyOrder(10L, 30L);
  }

  @Test
  void withoutAProfileKeyOrAPostIdItIsPassedOverUntilItIsThere() {
    String bare = account("TIKTOK", "id-2", "null");
    id(
        service.post(
            POSTS,
            post(upload(",\"status\":\"POSTED\",\"postId\":\"p-1\"").replace(account, bare))));
    String later = id(service.post(POSTS, post(upload(",\"status\":\"POSTED\""))));
    show("p-1", ID, 10);
    show("p-2", "7524354452762037513", 20);

    int before = AYRSHARE.seen().size();
    runner.run();
    assertThat(AYRSHARE.seen()).hasSize(before);
    put(POSTS + "/" + later + "/platforms/TIKTOK", "{\"status\":\"POSTED\",\"postId\":\"p-2\"}");
    runner.run();

    assertThat(videos().size()).isEqualTo(1);
    assertThat(service.get(POSTS).json().path("items").size()).isEqualTo(2);
  }

  @Test
  void oneVideoOfTwoCampaignsIsOneRecordThatNamesBoth() {
    posted("p-1");
    show("p-1", ID, 10);
    runner.run();
    var other = io.clipmeter.tracking.Given.campaign();
    wire.send(other);
    awaitKnown(other);
    id(
        service.post(
            POSTS,
            post(upload(",\"status\":\"POSTED\",\"postId\":\"p-1\""))
                .replace(campaign.campaignId().toString(), other.campaignId().toString())));

    runner.run();

    assertThat(videos().size()).isEqualTo(1);
    eventually(
        () ->
            assertThat(news().getLast().postedFor())
                .containsExactlyInAnyOrder(campaign.campaignId(), other.campaignId()));
  }

  @Test
  void anAdminHasThemReadNow() {
    posted("p-1");
    show("p-1", ID, 10);
    AYRSHARE.next(new Canned(429, "{}"));

    assertThat(service.post(VIDEOS + "/refresh", null).status()).isEqualTo(202);
    runner.run();

    assertThat(videos().size()).isEqualTo(1);
    assertThat(service.send("POST", VIDEOS + "/refresh", TestTokens.clipper("c-1"), null).status())
        .isEqualTo(403);
  }

  @Test
  void whereAyrshareIsOffNothingIsPromised() {
    PostedVideoController off =
        new PostedVideoController(
            postedVideos,
            desk,
            new PostAccounts(accounts, profiles, Optional.empty()),
            new PostTurn(Optional.empty(), clock::instant),
            clock);
    String noted = "SELECT count(*) FROM audit_entry WHERE actor = 'admin-off'";

    assertThatThrownBy(() -> off.refresh(new Caller("admin-off", Set.of("ADMIN"))))
        .hasMessageContaining("AYRSHARE_API_KEY");

    assertThat(jdbc.sql(noted).query(Long.class).single()).isZero();
  }

  private JsonNode videos() {
    return service.get(VIDEOS + "?campaignId=" + campaign.campaignId()).json().path("items");
  }

  private List<VideoObserved> news() {
    return wire.events(Topic.VIDEOS, "TIKTOK:" + ID, VideoObserved.class).stream()
        .filter(
            video -> video.postedFor() != null && video.postedFor().contains(campaign.campaignId()))
        .toList();
  }
}
