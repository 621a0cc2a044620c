package io.clipmeter.analytics.video;

import io.clipmeter.chassis.web.Page;
import io.clipmeter.events.Platform;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads videos, one or a page of them. */
@Component
class VideoLists {
  private static final String SELECT =
      """
      SELECT v.*, ARRAY(SELECT p.campaign_id FROM video_posted_for p
                        WHERE p.platform = v.platform AND p.video_id = v.video_id ORDER BY 1) AS posted_for
      """;
  private static final String OF_CAMPAIGN =
      SELECT
          + """
          , o.clip_id, o.clipper_id, o.posted
          FROM (
            SELECT platform, video_id, c.id AS clip_id, c.clipper_id, p.video_id IS NOT NULL AS posted
            FROM (SELECT * FROM clip WHERE campaign_id = :campaign AND status = 'APPROVED') c
            FULL JOIN (SELECT * FROM video_posted_for WHERE campaign_id = :campaign) p USING (platform, video_id)) o
          JOIN video v USING (platform, video_id)
          WHERE v.observed_at IS NOT NULL
          """;

  private final JdbcClient jdbc;

  VideoLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One video, also one that was never anything but unavailable. */
  Optional<FoundVideo> find(Platform platform, String videoId) {
    return jdbc.sql(SELECT + "FROM video v WHERE v.platform = :platform AND v.video_id = :video")
        .param("platform", platform.name())
        .param("video", videoId)
        .query((row, n) -> FoundVideoRow.video(row))
        .optional();
  }

  /** The videos that a filter lets through. */
  Page<FoundVideo> page(VideoFilter filter, SortedPage page) {
    String where = "FROM video v WHERE v.observed_at IS NOT NULL" + conditions(filter);
    List<Sorted<FoundVideo>> found =
        paged(SELECT + where, page)
            .param("of", name(filter.platform()))
            .param("author", filter.author())
            .param("hashtag", filter.hashtag())
            .param("sound", filter.sound())
            .param("campaign", filter.postedFor())
            .param("min", filter.minViews())
            .param("from", time(filter.from()))
            .param("until", time(filter.until()))
            .query(
                (row, n) ->
                    new Sorted<>(FoundVideoRow.video(row), FoundVideoRow.place(row, page.order())))
            .list();
    return cut(found, page);
  }

  /** The videos of a campaign: its clips', and those that were posted for it on schedule. */
  Page<CampaignVideo> ofCampaign(UUID campaign, SortedPage page) {
    List<Sorted<CampaignVideo>> found =
        paged(OF_CAMPAIGN, page)
            .param("campaign", campaign)
            .query(
                (row, n) ->
                    new Sorted<>(
                        FoundVideoRow.ofCampaign(row), FoundVideoRow.place(row, page.order())))
            .list();
    return cut(found, page);
  }

  /** A row of a page, and where the page ends if it is the last. */
  private record Sorted<T>(T shown, Place place) {}

  private static String conditions(VideoFilter filter) {
    return when(filter.platform(), " AND v.platform = :of")
        + when(filter.author(), " AND v.creator = lower(:author)")
        + when(filter.hashtag(), " AND v.tags @> ARRAY[lower(:hashtag)]")
        + when(filter.sound(), " AND v.sound = :sound")
        + when(
            filter.postedFor(),
            " AND EXISTS (SELECT FROM video_posted_for f WHERE f.campaign_id = :campaign"
                + " AND f.platform = v.platform AND f.video_id = v.video_id)")
        + when(filter.minViews(), " AND v.views >= :min")
        + when(filter.postedFrom(), " AND v.posted_at >= :from")
        + when(filter.postedUntil(), " AND v.posted_at < :until");
  }

  private static String when(@Nullable Object asked, String condition) {
    return asked == null ? "" : condition;
  }

  /** One row more than the page holds, which tells whether another follows. */
  private JdbcClient.StatementSpec paged(String rows, SortedPage page) {
    String column = page.order().column();
    Place after = page.after().orElse(null);
    String behind =
        when(
            after,
            " AND (%s, v.platform, v.video_id) < (:value, :platform, :video)".formatted(column));
    String order = " ORDER BY %s DESC, v.platform DESC, v.video_id DESC LIMIT :limit";
    return jdbc.sql(rows + behind + order.formatted(column))
        .param("value", after == null ? null : after.value())
        .param("platform", after == null ? null : after.platform().name())
        .param("video", after == null ? null : after.videoId())
        .param("limit", page.size() + 1);
  }

  private static <T> Page<T> cut(List<Sorted<T>> found, SortedPage page) {
    boolean more = found.size() > page.size();
    List<Sorted<T>> shown = more ? found.subList(0, page.size()) : found;
    return new Page<>(
        shown.stream().map((Function<Sorted<T>, T>) Sorted::shown).toList(),
        more ? shown.getLast().place().token() : null);
  }

  private static @Nullable String name(@Nullable Platform platform) {
    return platform == null ? null : platform.name();
  }

  private static @Nullable Timestamp time(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
