package io.clipmeter.tracking.discovery;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.tracking.discovery.CreatorAccounts.Met;
import io.clipmeter.tracking.observation.ReadingPolicy;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.discovery.FoundVideo;
import io.clipmeter.tracking.source.profile.Profile;
import io.clipmeter.tracking.video.SeenVideo;
import io.clipmeter.tracking.video.VideoNews;
import io.clipmeter.tracking.video.Videos;
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

  private final Videos videos;
  private final VideoNews news;
  private final CreatorAccounts accounts;

  Findings(Videos videos, VideoNews news, CreatorAccounts accounts) {
    this.videos = videos;
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
   * Publishes those that are new or changed, and keeps their authors.
   *
   * @return those that are believed
   */
  public Set<VideoKey> take(List<Finding> findings) {
    if (findings.isEmpty()) {
      return Set.of();
    }
    Map<VideoKey, Long> known = videos.views(findings.stream().map(Finding::key).toList());
    List<SeenVideo> seen =
        findings.stream()
            .filter(finding -> believed(finding.found(), known))
            .map(Findings::seen)
            .toList();
    news.seen(seen, Set.of());
    accounts.see(seen.stream().map(Findings::met).filter(Objects::nonNull).toList());
    return seen.stream().map(video -> video.video().key()).collect(Collectors.toSet());
  }

  private static boolean believed(FoundVideo found, Map<VideoKey, Long> known) {
    Long last = known.get(found.video().key());
    return ReadingPolicy.judge(found.reading(), last) instanceof Verdict.Observed;
  }

  private static SeenVideo seen(Finding finding) {
    Reading.Ok reading = finding.found().reading();
    return new SeenVideo(
        finding.found().video(), reading.counts(), reading.facts(), finding.at(), finding.source());
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
