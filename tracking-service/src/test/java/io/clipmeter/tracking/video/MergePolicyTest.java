package io.clipmeter.tracking.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.events.VideoObserved.Music;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.video.KnownVideo.Counters;
import io.clipmeter.tracking.video.KnownVideo.Known;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MergePolicyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final VideoRef VIDEO =
      VideoRef.of(Platform.TIKTOK, "7512345678901234567", "https://www.tiktok.com/@a/video/7");
  private static final VideoFacts FULL =
      new VideoFacts(
          new Author("1", "someone", "Some One", "https://cdn.example/a.jpg"),
          "A caption",
          new Music("7", "A sound", "A singer"),
          List.of("summer"),
          List.of("brand"),
          15L,
          "https://cdn.example/t.jpg",
          NOON.minusSeconds(9));
  private static final Counts COUNTS = new Counts(100, 10L, 9L, 8L, 7L);
  private static final Counters COUNTERS = new Counters(100L, 10L, 9L, 8L, 7L);

  @Test
  void whatANewerReadingLeavesOutStaysKnown() {
    KnownVideo merged =
        MergePolicy.merge(known(), seen(Counts.ofViews(120), VideoFacts.NONE, NOON.plusSeconds(1)));

    assertThat(merged.known()).isEqualTo(new Known(new Counters(120L, 10L, 9L, 8L, 7L), FULL));
    assertThat(merged.observedAt()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void whoseNumberItIsStaysKnownUntilThereIsAnother() {
    SeenVideo first = new SeenVideo(VIDEO, COUNTS, FULL, NOON, Source.AYRSHARE);
    Counts more = Counts.ofViews(5_000);
    SeenVideo odd = new SeenVideo(VIDEO, more, VideoFacts.NONE, NOON, Source.APIFY, false);
    SeenVideo good = new SeenVideo(VIDEO, more, VideoFacts.NONE, NOON, Source.APIFY);

    assertThat(MergePolicy.merge(MergePolicy.first(first), with(odd, "Another")).source())
        .isEqualTo(Source.AYRSHARE);
    assertThat(MergePolicy.merge(MergePolicy.first(first), good).source()).isEqualTo(Source.APIFY);
    assertThat(MergePolicy.merge(MergePolicy.first(odd), good).source()).isEqualTo(Source.APIFY);
  }

  private static SeenVideo with(SeenVideo seen, String caption) {
    VideoFacts facts = new VideoFacts(null, caption, null, List.of(), List.of(), null, null, null);
    return new SeenVideo(
        seen.video(), seen.counts(), facts, seen.at(), seen.source(), seen.counted());
  }

  @Test
  void whatANewerReadingSaysCounts() {
    VideoFacts other =
        new VideoFacts(
            new Author("1", "renamed", null, null),
            "Another",
            new Music(null, null, "Another singer"),
            List.of("winter"),
            List.of(),
            16L,
            "https://cdn.example/u.jpg",
            NOON);

    KnownVideo merged =
        MergePolicy.merge(known(), seen(new Counts(0, 0L, 0L, 0L, 0L), other, NOON));

    assertThat(merged.known())
        .isEqualTo(
            new Known(
                new Counters(0L, 0L, 0L, 0L, 0L),
                new VideoFacts(
                    new Author("1", "renamed", "Some One", "https://cdn.example/a.jpg"),
                    "Another",
                    new Music("7", "A sound", "Another singer"),
                    List.of("winter"),
                    List.of("brand"),
                    16L,
                    "https://cdn.example/u.jpg",
                    NOON)));
  }

  @Test
  void thePartsOfTwoAccountsOrTwoSoundsAreNotMixed() {
    VideoFacts other =
        new VideoFacts(
            new Author("2", "someone", null, null),
            null,
            new Music("8", null, null),
            List.of(),
            List.of(),
            null,
            null,
            null);

    Known merged =
        Objects.requireNonNull(MergePolicy.merge(known(), seen(COUNTS, other, NOON)).known());

    assertThat(merged.facts().author()).isEqualTo(new Author("2", "someone", null, null));
    assertThat(merged.facts().music()).isEqualTo(new Music("8", null, null));
  }

  @Test
  void anOlderReadingChangesNothing() {
    KnownVideo before = known();

    assertThat(MergePolicy.merge(before, seen(Counts.ofViews(5), FULL, NOON.minusMillis(1))))
        .isEqualTo(before);
  }

  @Test
  void aReadingThatSaysTheSameIsNoNewsButIsTheLastOne() {
    KnownVideo again = MergePolicy.merge(known(), seen(COUNTS, FULL, NOON.plusSeconds(5)));

    assertThat(again.seenAt()).isEqualTo(NOON.plusSeconds(5));
    assertThat(again.observedAt()).isEqualTo(NOON);
    assertThat(MergePolicy.isNews(known(), again)).isFalse();
  }

  @Test
  void aVideoThatIsBackIsNewsThoughNothingElseChanged() {
    KnownVideo lost =
        new KnownVideo(VIDEO, new Known(COUNTERS, FULL), true, NOON, NOON, NOON, Source.APIFY);

    KnownVideo back = MergePolicy.merge(lost, seen(COUNTS, FULL, NOON));

    assertThat(back.unavailable()).isFalse();
    assertThat(MergePolicy.isNews(lost, back)).isTrue();
  }

  @Test
  void aReadingFromBeforeItWasLostSaysWhatItWasAndNotThatItIsThere() {
    KnownVideo lost = new KnownVideo(VIDEO, null, true, NOON, NOON, null, Source.APIFY);

    KnownVideo late = MergePolicy.merge(lost, seen(COUNTS, FULL, NOON.minusSeconds(1)));

    assertThat(late.known()).isEqualTo(new Known(COUNTERS, FULL));
    assertThat(late.unavailable()).isTrue();
    assertThat(late.seenAt()).isEqualTo(NOON);
    assertThat(MergePolicy.isNews(lost, late)).isFalse();
  }

  private static KnownVideo known() {
    return new KnownVideo(VIDEO, new Known(COUNTERS, FULL), false, NOON, NOON, NOON, Source.APIFY);
  }

  @Test
  void onlyABelievedCountMovesTheTimeOfTheLastOne() {
    Instant later = NOON.plusSeconds(5);
    SeenVideo doubted = new SeenVideo(VIDEO, COUNTS, VideoFacts.NONE, later, Source.APIFY, false);

    assertThat(MergePolicy.first(doubted).countedAt()).isNull();
    KnownVideo doubtful = MergePolicy.merge(known(), doubted);
    assertThat(doubtful.countedAt()).isEqualTo(NOON);
    assertThat(doubtful.seenAt()).isEqualTo(later);
    assertThat(MergePolicy.merge(known(), seen(COUNTS, FULL, later)).countedAt()).isEqualTo(later);
  }

  @Test
  void viewsThatAreNotBelievedAreLeftOutAndTheRestIsTaken() {
    SeenVideo doubted =
        new SeenVideo(VIDEO, new Counts(0, 50L, 9L, 8L, 7L), FULL, NOON, Source.YOUTUBE, false);

    assertThat(MergePolicy.first(doubted).known())
        .isEqualTo(new Known(new Counters(null, 50L, 9L, 8L, 7L), FULL));
    assertThat(MergePolicy.merge(known(), doubted).known())
        .isEqualTo(new Known(new Counters(100L, 50L, 9L, 8L, 7L), FULL));
  }

  private static SeenVideo seen(Counts counts, VideoFacts facts, Instant at) {
    return new SeenVideo(VIDEO, counts, facts, at, Source.YOUTUBE);
  }
}
