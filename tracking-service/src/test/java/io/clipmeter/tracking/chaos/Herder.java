package io.clipmeter.tracking.chaos;

import io.clipmeter.tracking.Given;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts clips into the tables as if they had been approved; thousands of events would take long. */
final class Herder {
  private static final String CAMPAIGNS =
      """
      INSERT INTO campaign (id, version, status, platforms, tracking_interval, published_at)
      SELECT id, 1, 'ACTIVE', '{TIKTOK,YOUTUBE,INSTAGRAM}', interval '4 hours', :at
      FROM unnest(:ids::uuid[]) AS id
      """;
  private static final String CLIPS =
      """
      INSERT INTO clip (id, campaign_id, clipper_id, platform, video_id, canonical_url, submitted_at, status,
                        baseline_views, baseline_at)
      SELECT id, campaign, 'clipper-1', platform, video, url, :at, 'TRACKED', baseline, :at
      FROM unnest(:ids::uuid[], :campaigns::uuid[], :platforms::text[], :videos::text[], :urls::text[],
                  :baselines::bigint[]) AS n (id, campaign, platform, video, url, baseline)
      """;

  private final JdbcClient jdbc;

  Herder(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void drive(List<Clip> herd) {
    Timestamp before = Timestamp.from(Given.NOW.minus(Duration.ofDays(2)));
    List<UUID> campaigns = herd.stream().map(Clip::campaign).distinct().toList();
    jdbc.sql(CAMPAIGNS)
        .param("ids", campaigns.stream().map(UUID::toString).toArray(String[]::new))
        .param("at", before)
        .update();
    jdbc.sql(CLIPS)
        .param("ids", texts(herd, Clip::id))
        .param("campaigns", texts(herd, Clip::campaign))
        .param("platforms", texts(herd, Clip::platform))
        .param("videos", texts(herd, Clip::video))
        .param("urls", texts(herd, Clip::url))
        .param("baselines", herd.stream().map(Clip::baseline).toArray(Long[]::new))
        .param("at", before)
        .update();
  }

  private static String[] texts(List<Clip> herd, Function<Clip, Object> part) {
    return herd.stream().map(part).map(Object::toString).toArray(String[]::new);
  }
}
