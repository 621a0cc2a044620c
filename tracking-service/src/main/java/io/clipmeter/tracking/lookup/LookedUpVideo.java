package io.clipmeter.tracking.lookup;

import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.links.VideoUrl;
import io.clipmeter.tracking.lookup.LookedUp.Status;
import io.clipmeter.tracking.observation.JumpPolicy;
import io.clipmeter.tracking.observation.JumpPolicy.Past;
import io.clipmeter.tracking.observation.JumpSettings;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.video.KnownCounts.Counted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts what is known of a URL into the form that is shown. */
final class LookedUpVideo {
  private LookedUpVideo() {}

  /**
   * What came of reading a video.
   *
   * @param last what it had when it was last published; null where it never was
   * @param jump from where on more than that is not believed
   */
  static LookedUp of(
      String url, VideoRef video, Answer answer, @Nullable Counted last, JumpSettings jump) {
    return switch (answer.reading()) {
      case Reading.Ok ok when !believed(ok, answer.at(), last, jump) ->
          without(url, video, Status.IMPLAUSIBLE, "implausible", answer);
      case Reading.Ok ok -> counted(url, video, ok.counts(), ok.facts(), answer);
      case Reading.Gone(var reason, var doubted, var backedAt) ->
          without(url, video, Status.GONE, word(reason), answer);
      case Reading.Unknown(var reason, var fault, var detail, var shown) ->
          without(url, video, Status.UNKNOWN, word(reason), answer);
    };
  }

  /** The rounds' own rule: what earns nothing there is not shown as a number here. */
  private static boolean believed(
      Reading.Ok ok, Instant at, @Nullable Counted last, JumpSettings jump) {
    Counted same = Counted.in(ok.kind(), last);
    Past past = same == null ? null : new Past(same.views(), same.at(), null);
    return JumpPolicy.judge(ok, past, at, 0, jump) instanceof Verdict.Observed;
  }

  /** A URL that is no video's. */
  static LookedUp refused(String url, VideoUrl read) {
    return switch (read) {
      case VideoUrl.Video video -> throw new IllegalArgumentException("is a video: " + video);
      case VideoUrl.Profile profile -> refused(url, "profile-url");
      case VideoUrl.ShortLink link -> deadLink(url);
      case VideoUrl.NotAVideo page -> refused(url, "not-a-video");
      case VideoUrl.Refused(var reason, var meant) -> refused(url, word(reason));
    };
  }

  /** A short link that leads nowhere. */
  static LookedUp deadLink(String url) {
    return refused(url, "short-link-unresolvable");
  }

  /** A short link whose platform did not say where it leads; it may later. */
  static LookedUp silentPlatform(String url) {
    return nothing(url, Status.UNKNOWN, "platform-not-answering");
  }

  private static String word(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Half a surrogate, which JSON may hold, no answer can: it stands there as a question mark. */
  private static String writable(String url) {
    return new String(url.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static LookedUp counted(
      String url, VideoRef video, Counts counts, VideoFacts facts, Answer answer) {
    return new LookedUp(
        writable(url),
        Status.OK,
        null,
        video.key().platform(),
        video.key().id(),
        video.url(),
        counts.views(),
        counts.likes(),
        counts.comments(),
        counts.shares(),
        counts.saves(),
        creator(facts.author()),
        facts.caption(),
        facts.postedAt(),
        facts.durationSeconds(),
        facts.thumbnailUrl(),
        answer.source(),
        answer.at());
  }

  /** An id stands in the place of a handle that is not known: no address has an at sign and it. */
  private static @Nullable String creator(@Nullable Author author) {
    if (author == null) {
      return null;
    }
    return author.username().equals(author.id()) ? author.nickname() : "@" + author.username();
  }

  private static LookedUp without(
      String url, VideoRef video, Status status, String reason, Answer answer) {
    return new LookedUp(
        writable(url),
        status,
        reason,
        video.key().platform(),
        video.key().id(),
        video.url(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        answer.source(),
        answer.at());
  }

  private static LookedUp refused(String url, String reason) {
    return nothing(url, Status.REFUSED, reason);
  }

  private static LookedUp nothing(String url, Status status, String reason) {
    return new LookedUp(
        writable(url),
        status,
        reason,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
