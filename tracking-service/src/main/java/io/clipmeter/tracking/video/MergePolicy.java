package io.clipmeter.tracking.video;

import io.clipmeter.events.Source;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.events.VideoObserved.Music;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.video.KnownVideo.Counters;
import io.clipmeter.tracking.video.KnownVideo.Known;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new reading together with what is known: providers differ in what they tell, and one that
 * does not tell something takes nothing back. Pure.
 */
final class MergePolicy {
  private MergePolicy() {}

  /** What is known of a video of which this is the first that was heard. */
  static KnownVideo first(SeenVideo seen) {
    return new KnownVideo(
        seen.video(),
        new Known(Counters.of(seen), seen.facts()),
        false,
        seen.at(),
        seen.at(),
        seen.counted() ? seen.at() : null,
        seen.source());
  }

  /** What is known once this was read, too; the same as before where it is older than that. */
  static KnownVideo merge(KnownVideo before, SeenVideo seen) {
    Known known = before.known();
    boolean late = seen.at().isBefore(before.seenAt());
    if (known == null) {
      return new KnownVideo(
          seen.video(),
          new Known(Counters.of(seen), seen.facts()),
          before.unavailable() && late,
          seen.at(),
          late ? before.seenAt() : seen.at(),
          seen.counted() ? seen.at() : null,
          seen.source());
    }
    if (late) {
      return before;
    }
    Known merged =
        new Known(counts(known.counts(), Counters.of(seen)), facts(known.facts(), seen.facts()));
    Instant countedAt = seen.counted() ? seen.at() : before.countedAt();
    return merged.equals(known) && !before.unavailable()
        ? new KnownVideo(
            before.video(),
            known,
            false,
            before.observedAt(),
            seen.at(),
            countedAt,
            before.source())
        : new KnownVideo(
            seen.video(),
            merged,
            false,
            seen.at(),
            seen.at(),
            countedAt,
            source(before, known, seen));
  }

  /** Whose the views are, where there are any: plays are not views. */
  private static Source source(KnownVideo before, Known known, SeenVideo seen) {
    return seen.counted() || known.counts().views() == null ? seen.source() : before.source();
  }

  /** Whether others are to hear of it: not where it is said, later than this, not to be there. */
  static boolean isNews(KnownVideo before, KnownVideo after) {
    return !after.unavailable()
        && (before.unavailable() || !Objects.equals(before.known(), after.known()));
  }

  private static Counters counts(Counters known, Counters seen) {
    return new Counters(
        or(seen.views(), known.views()),
        or(seen.likes(), known.likes()),
        or(seen.comments(), known.comments()),
        or(seen.shares(), known.shares()),
        or(seen.saves(), known.saves()));
  }

  private static VideoFacts facts(VideoFacts known, VideoFacts seen) {
    return new VideoFacts(
        author(known.author(), seen.author()),
        or(seen.caption(), known.caption()),
        music(known.music(), seen.music()),
        or(seen.hashtags(), known.hashtags()),
        or(seen.mentions(), known.mentions()),
        or(seen.durationSeconds(), known.durationSeconds()),
        or(seen.thumbnailUrl(), known.thumbnailUrl()),
        or(seen.postedAt(), known.postedAt()),
        or(seen.sponsored(), known.sponsored()));
  }

  /** The parts of two accounts are not mixed. */
  private static @Nullable Author author(@Nullable Author known, @Nullable Author seen) {
    if (known == null || seen == null) {
      return or(seen, known);
    }
    boolean same =
        known.id() != null && seen.id() != null
            ? known.id().equals(seen.id())
            : known.username().equals(seen.username());
    return same
        ? new Author(
            or(seen.id(), known.id()),
            seen.username(),
            or(seen.nickname(), known.nickname()),
            or(seen.avatarUrl(), known.avatarUrl()))
        : seen;
  }

  /** Nor are those of two sounds. */
  private static @Nullable Music music(@Nullable Music known, @Nullable Music seen) {
    if (known == null || seen == null) {
      return or(seen, known);
    }
    boolean same =
        known.id() != null && seen.id() != null
            ? known.id().equals(seen.id())
            : seen.title() == null || Objects.equals(known.title(), seen.title());
    return same
        ? new Music(
            or(seen.id(), known.id()),
            or(seen.title(), known.title()),
            or(seen.author(), known.author()))
        : seen;
  }

  private static <T> @Nullable T or(@Nullable T seen, @Nullable T known) {
    return seen == null ? known : seen;
  }

  /** A provider that gives no tags may well not give any of any video. */
  private static List<String> or(List<String> seen, List<String> known) {
    return seen.isEmpty() ? known : seen;
  }
}
