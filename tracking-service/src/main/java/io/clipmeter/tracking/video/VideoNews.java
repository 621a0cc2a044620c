package io.clipmeter.tracking.video;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.events.CountMetric;
import io.clipmeter.events.Event;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoObserved.Baseline;
import io.clipmeter.events.VideoUnavailable;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.order.SourceSettings;
import io.clipmeter.tracking.video.KnownVideo.Counters;
import io.clipmeter.tracking.video.KnownVideo.Known;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes videos, where there is something new to say. Works inside the caller's transaction. */
@Component
public class VideoNews {
  private final Videos videos;
  private final Outbox outbox;
  private final SourceSettings settings;

  VideoNews(Videos videos, Outbox outbox, SourceSettings settings) {
    this.videos = videos;
    this.settings = settings;
    this.outbox = outbox;
  }

  /**
   * Publishes those that changed, and those that have a new baseline or were posted for one more
   * campaign even if nothing changed: all that is known of them. The topic is compacted, so each
   * record repeats the baselines of all that is undecided, and all campaigns.
   */
  public void seen(List<SeenVideo> seen, Set<VideoKey> withMore) {
    if (seen.isEmpty()) {
      return;
    }
    Map<VideoKey, SeenVideo> each = new TreeMap<>();
    seen.forEach(video -> each.put(video.video().key(), video));
    Map<VideoKey, KnownVideo> toTell = new TreeMap<>();
    videos
        .see(each.values())
        .forEach(
            (key, merged) -> {
              if (merged.news() || withMore.contains(key)) {
                toTell.put(key, merged.video());
              }
            });
    Map<VideoKey, List<Baseline>> baselines = videos.undecided(toTell.keySet());
    Map<VideoKey, List<UUID>> postedFor = videos.postedFor(toTell.keySet());
    toTell.forEach(
        (key, video) ->
            append(event(video, baselines.getOrDefault(key, List.of()), postedFor.get(key))));
  }

  /**
   * Publishes those that were not known to be unavailable. A video with undecided baselines is left
   * out: its newest record must go on carrying them.
   */
  public void lost(Collection<LostVideo> lost) {
    if (lost.isEmpty()) {
      return;
    }
    Map<VideoKey, LostVideo> each = new TreeMap<>();
    lost.forEach(video -> each.put(video.video().key(), video));
    each.keySet().removeAll(videos.undecided(each.keySet()).keySet());
    each.keySet().retainAll(videos.lose(each.values()));
    each.forEach((key, video) -> append(event(key, video)));
  }

  private void append(Event event) {
    outbox.append(event.type().topic().topicName(), event.key(), event.type().ceType(), event);
  }

  private static VideoUnavailable event(VideoKey key, LostVideo video) {
    return new VideoUnavailable(
        key.platform(), key.id(), video.reason(), video.at(), video.source());
  }

  /** As {@link KnownCounts} tells it: what who said it counts. */
  private @Nullable CountMetric metric(KnownVideo video, Counters counts) {
    return counts.views() == null
        ? null
        : switch (settings.kindOf(video.video().key().platform(), video.source())) {
          case VIEWS -> CountMetric.VIEWS;
          case PLAYS -> CountMetric.PLAYS;
        };
  }

  private VideoObserved event(
      KnownVideo video, List<Baseline> baselines, @Nullable List<UUID> postedFor) {
    VideoKey key = video.video().key();
    Known known = Objects.requireNonNull(video.known());
    Counters counts = known.counts();
    VideoFacts facts = known.facts();
    return new VideoObserved(
        key.platform(),
        key.id(),
        video.video().url(),
        facts.author(),
        facts.caption(),
        facts.music(),
        facts.hashtags(),
        facts.mentions(),
        facts.durationSeconds(),
        facts.thumbnailUrl(),
        facts.postedAt(),
        counts.views(),
        counts.likes(),
        counts.comments(),
        counts.shares(),
        counts.saves(),
        video.observedAt(),
        video.source(),
        baselines,
        postedFor,
        metric(video, counts),
        facts.sponsored());
  }
}
