package io.clipmeter.tracking.trend;

import io.clipmeter.events.Platform;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.tracking.discovery.Findings;
import io.clipmeter.tracking.discovery.Findings.Finding;
import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.actor.ListingInput;
import io.clipmeter.tracking.source.discovery.FoundVideo;
import io.clipmeter.tracking.source.discovery.Sound;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import io.clipmeter.tracking.trend.TrendLists.Listed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction in which a newer list is kept, and its videos published. */
@Component
class TrendDesk {
  private final TrendLists lists;
  private final Findings findings;
  private final ClocksInStep clocks;

  TrendDesk(TrendLists lists, Findings findings, ClocksInStep clocks) {
    this.lists = lists;
    this.findings = findings;
    this.clocks = clocks;
  }

  /** Takes it upon the caller to have a newer list, where one is wanted and nobody else does. */
  boolean claim(TrendKind kind, String country, Instant now, Instant stale, Instant until) {
    return clocks.at(now) && lists.claim(kind, country, now, stale, until);
  }

  /** Gives back what {@link #claim} took: it is tried again from then on. */
  void failed(TrendKind kind, String country, Instant until, Instant retry) {
    lists.failed(kind, country, until, retry);
  }

  /** Keeps a list of sounds. */
  @Transactional
  void sounds(String country, List<Sound> sounds, Instant at) {
    lists.store(TrendKind.SOUNDS, country, new Listed<>(sounds, at));
  }

  /** Keeps a list of videos with what was read of them. */
  @Transactional
  void videos(String country, List<VideoRef> ranked, Answers answers, Instant at) {
    Set<VideoKey> believed = taken(ranked, answers);
    List<TrendingVideo> places = new ArrayList<>();
    for (VideoRef video : ranked) {
      int rank = places.size() + 1;
      places.add(
          answers.of(video.key()).reading() instanceof Reading.Ok ok
              ? read(rank, addressed(video, ok), ok, believed.contains(video.key()))
              : unread(rank, video));
    }
    lists.store(TrendKind.VIDEOS, country, new Listed<>(places, at));
  }

  private Set<VideoKey> taken(List<VideoRef> ranked, Answers answers) {
    List<Finding> found = new ArrayList<>();
    for (VideoRef video : ranked) {
      Answer answer = answers.of(video.key());
      if (answer.reading() instanceof Reading.Ok ok) {
        var addressed = new FoundVideo(addressed(video, ok), ok);
        found.add(new Finding(addressed, answer.source(), answer.at()));
      }
    }
    return findings.take(found);
  }

  private static VideoRef addressed(VideoRef video, Reading.Ok ok) {
    Author author = ok.facts().author();
    return ListingInput.video(
        Platform.TIKTOK, video.key().id(), author == null ? null : author.username());
  }

  private static TrendingVideo unread(int rank, VideoRef video) {
    return new TrendingVideo(
        rank, video.key().id(), video.url(), null, null, null, null, null, null, null);
  }

  private static TrendingVideo read(int rank, VideoRef video, Reading.Ok ok, boolean believed) {
    Author author = ok.facts().author();
    Counts counts = believed ? ok.counts() : ok.counts().ofDoubtedViews();
    return new TrendingVideo(
        rank,
        video.key().id(),
        video.url(),
        author == null ? null : author.username(),
        ok.facts().caption(),
        ok.facts().thumbnailUrl(),
        believed ? counts.views() : null,
        counts.likes(),
        counts.comments(),
        counts.shares());
  }
}
