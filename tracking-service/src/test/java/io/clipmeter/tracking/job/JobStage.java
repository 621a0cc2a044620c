package io.clipmeter.tracking.job;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.discovery.FakeDiscovery;
import io.clipmeter.tracking.source.discovery.FoundVideo;
import io.clipmeter.tracking.source.discovery.Question;
import io.clipmeter.tracking.source.profile.FakeProfileSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the tests of jobs ask and await. */
abstract class JobStage extends Stage {
  static final String URLS = "/api/scrape/urls";
  @Autowired FakeDiscovery discovery;
  @Autowired FakeProfileSource profiles;

  @BeforeEach
  void clear() {
    discovery.outage(false);
    discovery.asked().clear();
  }

  JsonNode scrape(String... urls) {
    Answer answer = service.post(URLS, body(urls));
    assertThat(answer.status()).isEqualTo(202);
    return answer.json();
  }

  JsonNode search(String kind, String body) {
    Answer answer = service.post("/api/search/" + kind, body);
    assertThat(answer.status()).isEqualTo(202);
    return answer.json();
  }

  JsonNode finished(JsonNode shown) {
    return awaitFinished(shown.path("job"));
  }

  JsonNode awaitFinished(JsonNode job) {
    String path = "/api/scrape/jobs/" + job.path("id").asString();
    eventually(() -> assertThat(service.get(path).json().at("/job/finishedAt").isNull()).isFalse());
    return service.get(path).json();
  }

  JsonNode videos(JsonNode shown) {
    String id = shown.at("/job/id").asString();
    return service.get("/api/scrape/jobs/" + id + "/videos").json().path("items");
  }

  List<VideoObserved> observed(SubmissionReceived video) {
    return wire.events(Topic.VIDEOS, videoKey(video), VideoObserved.class);
  }

  String state(UUID job) {
    return text("SELECT state FROM scraping_job WHERE id = :id", job);
  }

  void tell(SubmissionReceived video, long views, String author) {
    platforms.tell(key(video), reading(views, author));
  }

  static Reading.Ok reading(long views, @Nullable String author) {
    VideoFacts facts =
        new VideoFacts(
            author == null ? null : new Author("17", author, null, null),
            "A caption",
            null,
            List.of(),
            List.of(),
            null,
            null,
            null);
    return new Reading.Ok(Counts.ofViews(views), facts);
  }

  static FoundVideo found(long views, String author) {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    return new FoundVideo(
        VideoRef.of(video.platform(), video.videoId(), video.canonicalUrl()),
        reading(views, author));
  }

  static String id(FoundVideo video) {
    return video.video().key().id();
  }

  static Question account(String handle, int limit) {
    return new Question(Platform.TIKTOK, Question.Kind.ACCOUNT, handle, limit);
  }

  static Question question(Platform platform, Question.Kind kind, String subject) {
    return new Question(platform, kind, subject, 20);
  }

  static String videoKey(SubmissionReceived video) {
    return video.platform() + ":" + video.videoId();
  }

  static String body(String... urls) {
    return Stream.of(urls)
        .map(url -> "\"" + url + "\"")
        .collect(Collectors.joining(",", "{\"urls\":[", "]}"));
  }

  static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.path(field).isNull() ? "" : item.path(field).asString()));
    return texts;
  }
}
