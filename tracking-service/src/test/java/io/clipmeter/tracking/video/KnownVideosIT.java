package io.clipmeter.tracking.video;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.Topic;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.events.VideoUnavailable;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.actor.Actor;
import io.clipmeter.tracking.source.item.Item;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What was once told of a video, whoever reads it next and however late. */
class KnownVideosIT extends Stage {
  private static final Counts COUNTS = new Counts(100, 10L, 9L, 8L, 7L);

  @Autowired VideoNews news;
  @Autowired KnownCounts known;
  @Autowired TransactionTemplate transactions;
  private final VideoRef video = video();
  private final VideoFacts told =
      new VideoFacts(
          new Author("1", "someone", null, null),
          "A caption",
          null,
          List.of("summer"),
          List.of(),
          15L,
          null,
          null);

  @Test
  void aReadingThatTellsLessTakesNothingBackAndIsPublishedWithAllThatIsKnown() {
    see(COUNTS, told, Given.NOW);

    see(Counts.ofViews(120), VideoFacts.NONE, Given.NOW.plusSeconds(60));

    eventually(() -> assertThat(observed()).hasSize(2));
    VideoObserved last = observed().getLast();
    assertThat(last.views()).isEqualTo(120);
    assertThat(last.likes()).isEqualTo(10);
    assertThat(last.caption()).isEqualTo("A caption");
    assertThat(last.hashtags()).containsExactly("summer");
    assertThat(last.author()).isEqualTo(new Author("1", "someone", null, null));
    assertThat(last.observedAt()).isEqualTo(Given.NOW.plusSeconds(60));
  }

  @Test
  void aReadingThatTellsLessAndNothingNewIsNotPublished() {
    see(COUNTS, told, Given.NOW);
    see(Counts.ofViews(100), VideoFacts.NONE, Given.NOW.plusSeconds(60));
    see(Counts.ofViews(101), VideoFacts.NONE, Given.NOW.plusSeconds(90));

    eventually(() -> assertThat(observed()).extracting(VideoObserved::views).contains(101L));
    assertThat(observed()).extracting(VideoObserved::views).containsExactly(100L, 101L);
  }

  @Test
  void aReadingThatComesLateOverwritesNothingNotEvenAfterAnUnchangedOne() {
    see(COUNTS, told, Given.NOW);
    see(COUNTS, told, Given.NOW.plusSeconds(60));
    see(Counts.ofViews(90), VideoFacts.NONE, Given.NOW.plusSeconds(30));
    lose(Given.NOW.plusSeconds(59));
    see(Counts.ofViews(130), VideoFacts.NONE, Given.NOW.plusSeconds(61));

    eventually(() -> assertThat(observed()).extracting(VideoObserved::views).contains(130L));
    assertThat(observed()).extracting(VideoObserved::views).containsExactly(100L, 130L);
    assertThat(wire.events(Topic.VIDEOS, "TIKTOK:" + video.key().id(), VideoUnavailable.class))
        .isEmpty();
  }

  @Test
  void whoIsPublishedAgainForAnotherReasonIsPublishedAsKnown() {
    see(COUNTS, told, Given.NOW);

    transactions.executeWithoutResult(
        status ->
            news.seen(
                List.of(seen(Counts.ofViews(90), VideoFacts.NONE, Given.NOW.minusSeconds(30))),
                Set.of(video.key())));

    eventually(() -> assertThat(observed()).hasSize(2));
    assertThat(observed().getLast().views()).isEqualTo(100);
    assertThat(observed().getLast().caption()).isEqualTo("A caption");
    assertThat(observed().getLast().observedAt()).isEqualTo(Given.NOW);
  }

  /** Each character takes six bytes of JSON. */
  @Test
  void whateverAProviderSaysOfAVideoFitsIntoOneRecord() {
    String long1 = "\u0001".repeat(10_000);
    Map<String, Object> item = new HashMap<>();
    item.put("playCount", 7);
    item.put("text", long1);
    item.put("createTime", 1_700_000_000);
    item.put("authorMeta", Map.of("id", long1, "name", long1, "nickName", long1, "avatar", long1));
    item.put("musicMeta", Map.of("musicId", long1, "musicName", long1, "musicAuthor", long1));
    item.put("videoMeta", Map.of("coverUrl", long1));
    item.put("hashtags", Collections.nCopies(5_000, Map.of("name", "\u0001".repeat(100))));
    item.put("mentions", Collections.nCopies(5_000, long1));
    Reading read =
        Actor.tiktok("clockworks~x").reading(new Item(JsonMapper.shared().valueToTree(item)));

    see(COUNTS, ((Reading.Ok) read).facts(), Given.NOW);

    eventually(() -> assertThat(observed()).hasSize(1));
    assertThat(observed().getLast().hashtags()).hasSize(100);
    assertThat(observed().getLast().mentions()).isEmpty();
  }

  @Test
  void aNumberStaysItsProvidersWhoeverSaysThatTheVideoIsGone() {
    VideoRef reel = VideoRef.of(Platform.INSTAGRAM, "DK5_tcAIDr_", "https://x.example/DK5_tcAIDr_");
    SeenVideo read =
        new SeenVideo(reel, Counts.ofViews(900), VideoFacts.NONE, Given.NOW, Source.AYRSHARE);
    LostVideo lost =
        new LostVideo(reel, UnavailableReason.NOT_FOUND, Given.NOW.plusSeconds(60), Source.APIFY);

    transactions.executeWithoutResult(
        status -> {
          news.seen(List.of(read), Set.of());
          news.lost(List.of(lost));
        });

    assertThat(known.of(Set.of(reel.key())).values())
        .extracting(KnownCounts.Counted::kind)
        .containsExactly(Counts.Kind.VIEWS);
    assertThat(known.declared(Set.of(reel.key()))).isEmpty();
  }

  private void see(Counts counts, VideoFacts facts, Instant at) {
    transactions.executeWithoutResult(
        status -> news.seen(List.of(seen(counts, facts, at)), Set.of()));
  }

  private void lose(Instant at) {
    transactions.executeWithoutResult(
        status ->
            news.lost(
                List.of(new LostVideo(video, UnavailableReason.NOT_FOUND, at, Source.APIFY))));
  }

  private SeenVideo seen(Counts counts, VideoFacts facts, Instant at) {
    return new SeenVideo(video, counts, facts, at, Source.APIFY);
  }

  private List<VideoObserved> observed() {
    return wire.events(Topic.VIDEOS, "TIKTOK:" + video.key().id(), VideoObserved.class);
  }

  private static VideoRef video() {
    var submission = Given.tiktok(UUID.randomUUID());
    return VideoRef.of(Platform.TIKTOK, submission.videoId(), submission.canonicalUrl());
  }
}
