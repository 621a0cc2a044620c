package io.clipmeter.tracking.posted;

import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.observation.ReadingPolicy;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.post.ScheduledPosts;
import io.clipmeter.tracking.posted.PostedVideos.Written;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.video.KnownCounts;
import io.clipmeter.tracking.video.KnownCounts.Counted;
import io.clipmeter.tracking.video.SeenVideo;
import io.clipmeter.tracking.video.VideoNews;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private final KnownCounts known;
  private final VideoNews news;
  private final PostSettings settings;
  private final AuditLog audit;

  PostedDesk(
      ScheduledPosts posts,
      PostedVideos videos,
      KnownCounts known,
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
    List<VideoKey> keys = readings.stream().map(PostedDesk::key).toList();
    Map<VideoKey, Counted> published = known.of(keys);
    Map<Row, PostedReading> each = new LinkedHashMap<>();
    believed(readings, published, videos.counted(keys))
        .forEach(r -> each.put(new Row(r.campaignId(), key(r)), r));
    if (each.isEmpty()) {
      return;
    }
    Written written = videos.write(List.copyOf(each.values()), now.minus(settings.rewriteAfter()));
    news.seen(
        each.values().stream()
            .filter(reading -> written.all().contains(key(reading)))
            .map(reading -> toTell(reading, published.get(key(reading))))
            .toList(),
        written.added());
  }

  private static VideoKey key(PostedReading reading) {
    return reading.seen().video().key();
  }

  /**
   * Held against what any reading of the video has shown, of the same kind: a 0 that follows on
   * more is none.
   */
  private static List<PostedReading> believed(
      List<PostedReading> readings,
      Map<VideoKey, Counted> published,
      Map<VideoKey, Counted> written) {
    return readings.stream()
        .filter(
            reading -> {
              Counted last = Counted.in(reading.kind(), published.get(key(reading)));
              return believed(
                  reading,
                  last == null ? Counted.in(reading.kind(), written.get(key(reading))) : last);
            })
        .toList();
  }

  private static boolean believed(PostedReading reading, @Nullable Counted known) {
    Long last = known == null ? null : known.views();
    SeenVideo seen = reading.seen();
    Reading.Ok ok = new Reading.Ok(seen.counts(), seen.facts(), reading.kind());
    boolean observed = ReadingPolicy.judge(ok, last) instanceof Verdict.Observed;
    if (!observed) {
      LOG.warn(
          "posted {} shows {} views after {}: not believed",
          key(reading),
          seen.counts().views(),
          last);
    }
    return observed;
  }

  /**
   * What is published of a video in another kind of count stays: as from long ago, this reading
   * changes nothing of it, and only has it told which campaigns it was posted for.
   */
  private static SeenVideo toTell(PostedReading reading, @Nullable Counted published) {
    SeenVideo seen = reading.seen();
    return published == null || published.kind() == reading.kind()
        ? seen
        : new SeenVideo(seen.video(), seen.counts(), seen.facts(), Instant.EPOCH, seen.source());
  }

  /** Has all that are out be due now, and notes who wanted it. */
  @Transactional
  void refresh(String admin, Instant now) {
    posts.dueAt(now);
    audit.add(admin, "posted-videos-refresh", Map.of());
  }
}
