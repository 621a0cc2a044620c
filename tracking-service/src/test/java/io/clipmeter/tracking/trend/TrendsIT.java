package io.clipmeter.tracking.trend;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.discovery.FakeDiscovery;
import io.clipmeter.tracking.source.discovery.Sound;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class TrendsIT extends Stage {
  private static final String AUDIO = "/api/trending/audio?country=ID";
  private static final String VIDEOS = "/api/trending/videos?country=US&platform=TIKTOK";
  @Autowired FakeDiscovery discovery;

  @BeforeEach
  void clear() {
    discovery.outage(false);
    discovery.before(() -> {});
    discovery.asked().clear();
    empty("trend_list");
  }

  @Test
  void aListIsHadWhenItIsFirstAskedForAndThenServedForAnHour() {
    discovery.sound("ID", List.of(sound("Paper Boats", 42L)));
    JsonNode first = service.get(AUDIO).json();
    assertThat(first.path("listedAt").isNull()).isTrue();
    assertThat(first.path("stale").asBoolean()).isTrue();

    JsonNode list = await(AUDIO);

    assertThat(list.at("/sounds/0/rank").asInt()).isEqualTo(1);
    assertThat(list.at("/sounds/0/title").asString()).isEqualTo("Paper Boats");
    assertThat(list.at("/sounds/0/totalVideos").asLong()).isEqualTo(42);
    assertThat(list.at("/sounds/0/sampleVideoIds")).hasSize(2);
    clock.advance(Duration.ofMinutes(59));
    assertThat(service.get(AUDIO).json().path("stale").asBoolean()).isFalse();
    assertThat(asked("sounds ID")).isOne();
  }

  @Test
  void anOldListIsServedWhileANewerOneIsHad() {
    discovery.sound("ID", List.of(sound("Paper Boats", 42L)));
    service.get(AUDIO);
    JsonNode old = await(AUDIO);
    discovery.sound("ID", List.of(sound("Tin Roof", null)));
    clock.advance(Duration.ofMinutes(61));

    JsonNode meanwhile = service.get(AUDIO).json();

    assertThat(meanwhile.path("sounds")).isEqualTo(old.path("sounds"));
    assertThat(meanwhile.path("stale").asBoolean()).isTrue();
    eventually(
        () ->
            assertThat(service.get(AUDIO).json().at("/sounds/0/title").asString())
                .isEqualTo("Tin Roof"));
    assertThat(service.get(AUDIO).json().at("/sounds/0/totalVideos").isNull()).isTrue();
  }

  @Test
  void anOutageServesTheLastListWithItsTimeAndIsNotHammered() {
    discovery.sound("ID", List.of(sound("Paper Boats", 42L)));
    service.get(AUDIO);
    JsonNode old = await(AUDIO);
    discovery.outage(true);
    discovery.asked().clear();
    clock.advance(Duration.ofHours(5));

    service.get(AUDIO);
    eventually(() -> assertThat(asked("sounds ID")).isOne());
    JsonNode again = service.get(AUDIO).json();

    assertThat(again.path("sounds")).isEqualTo(old.path("sounds"));
    assertThat(again.path("listedAt")).isEqualTo(old.path("listedAt"));
    assertThat(again.path("stale").asBoolean()).isTrue();
    assertThat(asked("sounds ID")).isOne();
    var retry = clock.instant().plus(Duration.ofMinutes(5));
    eventually(() -> assertThat(leftAloneUntil()).isEqualTo(retry));
    clock.advance(Duration.ofMinutes(6));
    service.get(AUDIO);
    eventually(() -> assertThat(asked("sounds ID")).isEqualTo(2));
  }

  @Test
  void aListThatTakesLongIsNotHadTwice() {
    CountDownLatch held = new CountDownLatch(1);
    discovery.before(() -> await(held));
    discovery.sound("ID", List.of(sound("Paper Boats", 42L)));
    service.get(AUDIO);
    eventually(() -> assertThat(asked("sounds ID")).isOne());
    var until = leftAloneUntil();
    clock.advance(Duration.ofMinutes(40));

    service.get(AUDIO);

    assertThat(leftAloneUntil()).isEqualTo(until);
    held.countDown();
    assertThat(await(AUDIO).path("sounds").size()).isOne();
    assertThat(asked("sounds ID")).isOne();
  }

  private Instant leftAloneUntil() {
    return jdbc.sql("SELECT refresh_until FROM trend_list")
        .query((rs, n) -> rs.getTimestamp("refresh_until").toInstant())
        .single();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void trendingVideosHaveTheirCountsAndArePublished() {
    SubmissionReceived first = Given.tiktok(UUID.randomUUID());
    SubmissionReceived unread = Given.tiktok(UUID.randomUUID());
    show(first, 1_000);
    discovery.trend("US", List.of(ref(first), ref(unread)));
    service.get(VIDEOS);

    JsonNode list = await(VIDEOS);

    assertThat(list.at("/videos/0/views").asLong()).isEqualTo(1_000);
    assertThat(list.at("/videos/1/rank").asInt()).isEqualTo(2);
    assertThat(list.at("/videos/1/videoId").asString()).isEqualTo(unread.videoId());
    assertThat(list.at("/videos/1/views").isNull()).isTrue();
    eventually(
        () ->
            assertThat(wire.events(Topic.VIDEOS, "TIKTOK:" + first.videoId(), VideoObserved.class))
                .hasSize(1));
  }

  @Test
  void aVideoWhoseNumberIsNotBelievedIsListedWithoutIt() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    platforms.tell(
        key(video),
        new Reading.Ok(
            Counts.ofViews(-5),
            new VideoFacts(null, "A title", null, List.of(), List.of(), null, null, null)));
    discovery.trend("US", List.of(ref(video)));
    service.get(VIDEOS);

    JsonNode list = await(VIDEOS);

    assertThat(list.at("/videos/0/caption").asString()).isEqualTo("A title");
    assertThat(list.at("/videos/0/views").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "audio?country=XX,                      invalid-country",
    "audio?country=us,                      invalid-country",
    "audio?country=,                        invalid-country",
    "videos?country=%00,                    invalid-country",
    "videos?country=US&platform=INSTAGRAM,  platform-without-trends",
    "videos?country=US&platform=VIMEO,      invalid-request",
    "audio,                                 invalid-request"
  })
  void badInputIsAProblemWithAStableType(String path, String slug) {
    Answer answer = service.get("/api/trending/" + path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo(slug);
  }

  @ParameterizedTest
  @CsvSource({"ADMIN,200", "ANALYST,200", "CLIPPER,403"})
  void analystsMayLook(String role, int status) {
    String token = TestTokens.token("ada").role(role).signed();

    assertThat(service.send("GET", AUDIO, token, null).status()).isEqualTo(status);
  }

  private JsonNode await(String path) {
    eventually(() -> assertThat(service.get(path).json().path("listedAt").isNull()).isFalse());
    return service.get(path).json();
  }

  private long asked(String question) {
    return Collections.frequency(discovery.asked(), question);
  }

  private static VideoRef ref(SubmissionReceived video) {
    return VideoRef.of(video.platform(), video.videoId(), video.canonicalUrl());
  }

  private static Sound sound(String title, @org.jspecify.annotations.Nullable Long total) {
    return new Sound(1, "7592641367957980001", title, "Sample Band", total, List.of("1", "2"));
  }
}
