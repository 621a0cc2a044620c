package io.clipmeter.tracking.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.source.discovery.FoundVideo;
import io.clipmeter.tracking.source.discovery.Question;
import io.clipmeter.tracking.source.profile.Profile;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SearchIT extends JobStage {
  @Test
  void anAccountLeadsToItsVideosAndIsKept() {
    List<FoundVideo> found = List.of(found(5, "Some.One"), found(6, "Some.One"));
    discovery.show(account("some.one", 30), found);

    JsonNode job = finished(scrape("https://www.tiktok.com/@some.one"));

    assertThat(job.path("items").path(0).path("found").asInt()).isEqualTo(2);
    assertThat(texts(videos(job), "videoId"))
        .containsExactlyInAnyOrder(id(found.getFirst()), id(found.getLast()));
    JsonNode accounts = service.get("/api/scrape/accounts?platform=TIKTOK").json().path("items");
    assertThat(texts(accounts, "handle")).containsExactly("Some.One");
    assertThat(service.get("/api/scrape/accounts?platform=YOUTUBE").json().path("items")).isEmpty();
  }

  @Test
  void anAccountMetAgainIsUpdatedAndStaysOne() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    tell(video, 10, "some.one");
    finished(scrape(video.canonicalUrl()));
    clock.advance(Duration.ofMinutes(1));
    tell(video, 11, "Some.One");
    finished(scrape(video.canonicalUrl()));

    JsonNode accounts = service.get("/api/scrape/accounts").json().path("items");
    assertThat(accounts).hasSize(1);
    assertThat(accounts.get(0).path("handle").asString()).isEqualTo("Some.One");
    assertThat(accounts.get(0).path("lastScrapedAt").asString())
        .isGreaterThan(accounts.get(0).path("firstSeenAt").asString());
  }

  @Test
  void aRefreshReadsTheAccountsPageAndItsVideos() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    tell(video, 10, "some.one");
    finished(scrape(video.canonicalUrl()));
    String id = service.get("/api/scrape/accounts").json().at("/items/0/id").asString();
    discovery.show(account("some.one", 30), List.of(found(7, "some.one")));
    profiles.show(
        Platform.TIKTOK,
        new Profile("17", "some.one", "Some One", null, "I like cats", true, 99L, 3L));

    Answer answer = service.post("/api/accounts/" + id + "/refresh", null);

    assertThat(answer.status()).isEqualTo(202);
    finished(answer.json());
    JsonNode account = service.get("/api/scrape/accounts").json().at("/items/0");
    assertThat(account.path("followers").asLong()).isEqualTo(99);
    assertThat(account.path("verified").asBoolean()).isTrue();
    assertThat(account.path("nickname").asString()).isEqualTo("Some One");
    assertThat(
            jdbc.sql("SELECT to_jsonb(a)::text FROM creator_account a")
                .query(String.class)
                .single())
        .contains("Some One")
        .doesNotContain("cats");
  }

  @Test
  void aSearchIsAJobWithResultsAndStaysOnRecord() {
    discovery.show(
        question(Platform.TIKTOK, Question.Kind.HASHTAG, "summer"), List.of(found(5, "a")));
    discovery.show(
        question(Platform.YOUTUBE, Question.Kind.TERM, "two words"), List.of(found(6, "b")));
    discovery.show(
        question(Platform.TIKTOK, Question.Kind.TERM, "two words"), List.of(found(7, "c")));

    JsonNode tag =
        awaitFinished(
            search("hashtag", "{\"hashtag\":\"#summer\",\"platform\":\"TIKTOK\",\"limit\":5}"));
    clock.advance(Duration.ofSeconds(1));
    JsonNode term = awaitFinished(search("term", "{\"term\":\" two words \"}"));

    assertThat(videos(tag)).hasSize(1);
    assertThat(videos(term)).hasSize(2);
    JsonNode history = service.get("/api/search/history").json().path("items");
    assertThat(texts(history, "subject")).containsExactly("two words", "summer");
    assertThat(texts(history, "found")).containsExactly("2", "1");
  }

  @Test
  void anOutageIsAFailureAndNotAnEmptyResult() {
    discovery.outage(true);

    JsonNode job =
        awaitFinished(search("hashtag", "{\"hashtag\":\"autumn\",\"platform\":\"TIKTOK\"}"));

    assertThat(job.path("job").path("state").asString()).isEqualTo("FAILED");
    assertThat(texts(job.path("items"), "error")).containsExactly("network-error");
  }
}
