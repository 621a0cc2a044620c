package io.clipmeter.tracking.discovery;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.tracking.discovery.CreatorAccounts.Met;
import io.clipmeter.tracking.doubt.FirstCountPolicy;
import io.clipmeter.tracking.observation.JumpPolicy;
import io.clipmeter.tracking.observation.JumpPolicy.Past;
import io.clipmeter.tracking.observation.JumpPolicy.Suspicion;
import io.clipmeter.tracking.observation.JumpSettings;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.discovery.FoundVideo;
import io.clipmeter.tracking.source.profile.Profile;
import io.clipmeter.tracking.video.KnownCounts;
import io.clipmeter.tracking.video.KnownCounts.Counted;
import io.clipmeter.tracking.video.SeenVideo;
import io.clipmeter.tracking.video.VideoNews;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes over videos that were found, and their counts where they can be true. Works inside the
 * caller's transaction.
 */
@Component
public class Findings {
  private static final Logger LOG = LoggerFactory.getLogger(Findings.class);
  private static final int HANDLE_MAX = 200;

  /** Findings belong to no round: those that agree with earlier ones count as a later one. */
  private static final long NOW = 1;

  private final KnownCounts known;
  private final VideoSuspicions suspicions;
  private final VideoNews news;
  private final CreatorAccounts accounts;
  private final JumpSettings jump;
  private final Counter jumps;
  private final Counter implausible;

  Findings(
      KnownCounts known,
      VideoSuspicions suspicions,
      VideoNews news,
      CreatorAccounts accounts,
      JumpSettings jump,
      MeterRegistry meters) {
    this.known = known;
    this.suspicions = suspicions;
    this.news = news;
    this.accounts = accounts;
    this.jump = jump;
    this.jumps = doubted(meters, "jump");
    this.implausible = doubted(meters, "implausible");
  }

  private static Counter doubted(MeterRegistry meters, String why) {
    return Counter.builder("clipmeter.tracking.found.doubted")
        .description("Videos that were found with a number that is not believed")
        .tag("why", why)
        .register(meters);
  }

  /** A video that was found, by whom and when. */
  public record Finding(FoundVideo found, Source source, Instant at) {
    private VideoKey key() {
      return found.video().key();
    }
  }

  /** A finding, and what its number is worth, held against what is known in the same kind. */
  private record Judged(Finding finding, @Nullable Past past, Verdict verdict) {
    boolean believed() {
      return verdict instanceof Verdict.Observed;
    }
  }

  /**
   * Publishes those that are new or changed, and keeps their authors. What is known of a video in
   * another kind of count stays as it is, and a number that may be false is left out.
   *
   * @return those whose numbers are believed
   */
  public Set<VideoKey> take(List<Finding> findings) {
    if (findings.isEmpty()) {
      return Set.of();
    }
    List<VideoKey> keys = findings.stream().map(Finding::key).toList();
    Map<VideoKey, Counted> counted = known.of(keys);
    Map<VideoKey, Suspicion> suspected = suspicions.of(keys);
    List<Judged> judged =
        findings.stream()
            .map(f -> judged(f, counted.get(f.key()), suspected.get(f.key())))
            .toList();
    doubt(judged);
    news.seen(
        judged.stream()
            .filter(each -> !ofAnotherKind(each.finding(), counted))
            .map(each -> seen(each, counted))
            .toList(),
        Set.of());
    accounts.see(
        judged.stream().map(each -> met(seen(each, counted))).filter(Objects::nonNull).toList());
    return judged.stream()
        .filter(Judged::believed)
        .map(each -> each.finding().key())
        .collect(Collectors.toSet());
  }

  /** As in rounds; what confirms a jump is a later finding. */
  private Judged judged(Finding finding, @Nullable Counted last, @Nullable Suspicion before) {
    Reading.Ok reading = finding.found().reading();
    Counted same = Counted.in(reading.kind(), last);
    Past past = same == null ? null : new Past(same.views(), same.at(), since(before, same.at()));
    return new Judged(finding, past, JumpPolicy.judge(reading, past, finding.at(), NOW, jump));
  }

  /** What was believed after it has taken it back. */
  private static @Nullable Suspicion since(@Nullable Suspicion before, @Nullable Instant believed) {
    return before != null && (believed == null || before.at().isAfter(believed)) ? before : null;
  }

  private void doubt(List<Judged> judged) {
    Map<VideoKey, Suspicion> suspected = new HashMap<>();
    for (Judged each : judged) {
      Finding finding = each.finding();
      if (each.verdict() instanceof Verdict.Suspicious(long views) && each.past() != null) {
        suspected.put(
            finding.key(), JumpPolicy.suspected(views, each.past(), finding.at(), 0, jump));
        jumps.increment();
      } else if (!each.believed()) {
        implausible.increment();
      }
      if (!each.believed()) {
        LOG.info(
            "found {}: {} views are not believed",
            finding.key(),
            finding.found().reading().counts().views());
      }
    }
    suspicions.keep(suspected);
  }

  private static boolean ofAnotherKind(Finding finding, Map<VideoKey, Counted> counted) {
    Counted last = counted.get(finding.key());
    return last != null && last.kind() != finding.found().reading().kind();
  }

  /**
   * A first count that may be false is left out, too, as others would be measured by it; the next
   * reading of the video brings one.
   */
  private static SeenVideo seen(Judged judged, Map<VideoKey, Counted> counted) {
    Finding finding = judged.finding();
    Reading.Ok reading = finding.found().reading();
    boolean first = counted.get(finding.key()) == null;
    return new SeenVideo(
        finding.found().video(),
        judged.believed() ? reading.counts() : reading.counts().ofDoubtedViews(),
        reading.facts(),
        finding.at(),
        finding.source(),
        judged.believed()
            && (!first || !FirstCountPolicy.doubtful(finding.key(), reading, finding.at())));
  }

  /** A name that no platform allows is left out: it would not fit into the index. */
  private static @Nullable Met met(SeenVideo video) {
    Author author = video.facts().author();
    Platform platform = video.video().key().platform();
    return author == null || author.username().length() > HANDLE_MAX
        ? null
        : new Met(
            platform,
            new Profile(
                author.id(),
                author.username(),
                author.nickname(),
                author.avatarUrl(),
                null,
                null,
                null,
                null),
            video.at());
  }
}
