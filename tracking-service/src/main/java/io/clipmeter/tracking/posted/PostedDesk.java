package io.clipmeter.tracking.posted;

import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.posted.PostedVideos.Written;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.video.SeenVideo;
import io.clipmeter.tracking.video.VideoNews;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction that writes what was read of posted videos, and tells of it. */
@Component
class PostedDesk {
  private final PostedVideos videos;
  private final VideoNews news;
  private final PostSettings settings;
  private final AuditLog audit;

  PostedDesk(PostedVideos videos, VideoNews news, PostSettings settings, AuditLog audit) {
    this.videos = videos;
    this.news = news;
    this.settings = settings;
    this.audit = audit;
  }

  private record Row(UUID campaignId, VideoKey video) {}

  /** Writes these readings; of two of one video the later one. */
  @Transactional
  void record(List<PostedReading> readings, Instant now) {
    Map<Row, PostedReading> each = new LinkedHashMap<>();
    readings.forEach(r -> each.put(new Row(r.campaignId(), r.seen().video().key()), r));
    Written written = videos.write(List.copyOf(each.values()), now.minus(settings.rewriteAfter()));
    List<SeenVideo> seen =
        each.values().stream()
            .map(PostedReading::seen)
            .filter(video -> written.all().contains(video.video().key()))
            .toList();
    news.seen(seen, written.added());
  }

  /** Notes who had them read before their time. */
  @Transactional
  void noteRefresh(String admin) {
    audit.add(admin, "posted-videos-refresh", Map.of());
  }
}
