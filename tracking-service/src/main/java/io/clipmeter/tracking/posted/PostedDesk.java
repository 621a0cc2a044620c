package io.clipmeter.tracking.posted;

import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.observation.ReadingPolicy;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.post.ScheduledPosts;
import io.clipmeter.tracking.posted.PostedVideos.Written;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.video.SeenVideo;
import io.clipmeter.tracking.video.VideoNews;
import io.clipmeter.tracking.video.Videos;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction that writes what was read of posted videos, and tells of it. */
@Component
class PostedDesk {
  private static final Logger LOG = LoggerFactory.getLogger(PostedDesk.class);

  private final ScheduledPosts posts;
  private final PostedVideos videos;
  private final Videos known;
  private final VideoNews news;
  private final PostSettings settings;
  private final AuditLog audit;

  PostedDesk(
      ScheduledPosts posts,
      PostedVideos videos,
      Videos known,
      VideoNews news,
      PostSettings settings,
      AuditLog audit) {
    this.posts = posts;
    this.videos = videos;
    this.known = known;
    this.news = news;
    this.settings = settings;
    this.audit = audit;
  }

  private record Row(UUID campaignId, VideoKey video) {}

  /** Writes these readings, where they can be true; of two of one video the later one. */
  @Transactional
  void record(List<PostedReading> readings, Instant now) {
    Map<Row, PostedReading> each = new LinkedHashMap<>();
    believed(readings).forEach(r -> each.put(new Row(r.campaignId(), r.seen().video().key()), r));
    if (each.isEmpty()) {
      return;
    }
    Written written = videos.write(List.copyOf(each.values()), now.minus(settings.rewriteAfter()));
    List<SeenVideo> seen =
        each.values().stream()
            .map(PostedReading::seen)
            .filter(video -> written.all().contains(video.video().key()))
            .toList();
    news.seen(seen, written.added());
  }

  /** Held against what any reading of the video has shown: a 0 that follows on more is none. */
  private List<PostedReading> believed(List<PostedReading> readings) {
    Map<VideoKey, Long> views =
        known.views(readings.stream().map(r -> r.seen().video().key()).toList());
    return readings.stream().filter(reading -> believed(reading, views)).toList();
  }

  private static boolean believed(PostedReading reading, Map<VideoKey, Long> views) {
    SeenVideo seen = reading.seen();
    VideoKey key = seen.video().key();
    Reading.Ok ok = new Reading.Ok(seen.counts(), seen.facts());
    boolean observed = ReadingPolicy.judge(ok, views.get(key)) instanceof Verdict.Observed;
    if (!observed) {
      LOG.warn(
          "posted {} shows {} views after {}: not believed",
          key,
          seen.counts().views(),
          views.get(key));
    }
    return observed;
  }

  /** Has all that are out be due now, and notes who wanted it. */
  @Transactional
  void refresh(String admin, Instant now) {
    posts.dueAt(now);
    audit.add(admin, "posted-videos-refresh", Map.of());
  }
}
