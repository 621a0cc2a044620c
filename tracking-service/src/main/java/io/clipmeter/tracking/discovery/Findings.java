package io.clipmeter.tracking.discovery;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.tracking.discovery.CreatorAccounts.Met;
import io.clipmeter.tracking.doubt.FirstCountPolicy;
import io.clipmeter.tracking.observation.JumpPolicy;
import io.clipmeter.tracking.observation.JumpSettings;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.discovery.FoundVideo;
import io.clipmeter.tracking.source.profile.Profile;
import io.clipmeter.tracking.video.KnownCounts;
import io.clipmeter.tracking.video.KnownCounts.Counted;
import io.clipmeter.tracking.video.SeenVideo;
import io.clipmeter.tracking.video.VideoNews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes over videos that were found, where their counts can be true. Works inside the caller's
 * transaction.
 */
@Component
public class Findings {
  private static final int HANDLE_MAX = 200;

  private final KnownCounts known;
  private final VideoNews news;
  private final CreatorAccounts accounts;
  private final JumpSettings jump;

  Findings(KnownCounts known, VideoNews news, CreatorAccounts accounts, JumpSettings jump) {
    this.jump = jump;
    this.known = known;
    this.news = news;
    this.accounts = accounts;
  }

  /** A video that was found, by whom and when. */
  public record Finding(FoundVideo found, Source source, Instant at) {
    private VideoKey key() {
      return found.video().key();
    }
  }

  /**
   * Publishes those that are new or changed, and keeps their authors. What is known of a video in
   * another kind of count stays as it is, and a first count that may be false is left out.
   *
   * @return those that are believed
   */
  public Set<VideoKey> take(List<Finding> findings) {
    if (findings.isEmpty()) {
      return Set.of();
    }
    Map<VideoKey, Counted> counted = known.of(findings.stream().map(Finding::key).toList());
    List<Finding> believed =
        findings.stream().filter(finding -> believed(finding, counted)).toList();
    List<SeenVideo> seen = believed.stream().map(finding -> seen(finding, counted)).toList();
    news.seen(
        believed.stream()
            .filter(finding -> !ofAnotherKind(finding, counted))
            .map(finding -> seen(finding, counted))
            .toList(),
        Set.of());
    accounts.see(seen.stream().map(Findings::met).filter(Objects::nonNull).toList());
    return seen.stream().map(video -> video.video().key()).collect(Collectors.toSet());
  }

  /**
   * As in rounds, but nobody reads again to confirm a jump: what is true is believed once enough
   * days have gone by for it.
   */
  private boolean believed(Finding finding, Map<VideoKey, Counted> counted) {
    Reading.Ok reading = finding.found().reading();
    Counted same = Counted.in(reading.kind(), counted.get(finding.key()));
    return same == null
        ? JumpPolicy.believed(reading, null, null, finding.at(), jump)
        : JumpPolicy.believed(reading, same.views(), same.at(), finding.at(), jump);
  }

  private static boolean ofAnotherKind(Finding finding, Map<VideoKey, Counted> counted) {
    Counted last = counted.get(finding.key());
    return last != null && last.kind() != finding.found().reading().kind();
  }

  /**
   * A first count that may be false is left out, as others would be measured by it; the next
   * reading of the video brings one.
   */
  private static SeenVideo seen(Finding finding, Map<VideoKey, Counted> counted) {
    Reading.Ok reading = finding.found().reading();
    boolean first = counted.get(finding.key()) == null;
    return new SeenVideo(
        finding.found().video(),
        reading.counts(),
        reading.facts(),
        finding.at(),
        finding.source(),
        !first || !FirstCountPolicy.doubtful(finding.key(), reading, finding.at()));
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
