package io.clipmeter.analytics.clip;

import io.clipmeter.money.Money;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clips, and the sums of them per clipper and campaign. */
@Component
class Clips {
  /**
   * One statement for a whole poll: what it changes in the clips it also adds to the sums. Both are
   * locked in the order of their keys, clips first, so that listeners do not wait for each other in
   * a circle.
   */
  private static final String LEARN =
      """
      WITH changed AS (
        INSERT INTO clip AS c (id, campaign_id, clipper_id, status, platform, video_id, url, initial_views,
            views, likes, comments, shares, saves, observed_at, currency, earned_micros, final_micros)
        SELECT * FROM unnest(:ids::uuid[], :campaigns::uuid[], :clippers::text[], :statuses::text[],
            :platforms::text[], :videos::text[], :urls::text[], :initials::bigint[], :views::bigint[],
            :likes::bigint[], :comments::bigint[], :shares::bigint[], :saves::bigint[], :times::timestamptz[],
            :currencies::text[], :earned::bigint[], :finals::bigint[]) AS f (id) ORDER BY f.id
        ON CONFLICT (id) DO UPDATE SET
          status = CASE c.status WHEN 'PENDING' THEN excluded.status ELSE c.status END,
          platform = coalesce(c.platform, excluded.platform),
          video_id = coalesce(c.video_id, excluded.video_id),
          url = coalesce(c.url, excluded.url),
          initial_views = coalesce(c.initial_views, excluded.initial_views),
          (views, likes, comments, shares, saves, observed_at) = (
            SELECT r.* FROM (VALUES
              (c.views, c.likes, c.comments, c.shares, c.saves, c.observed_at),
              (excluded.views, excluded.likes, excluded.comments, excluded.shares, excluded.saves, excluded.observed_at)
            ) AS r (views, likes, comments, shares, saves, observed_at)
            ORDER BY r.observed_at DESC NULLS LAST, r.views DESC LIMIT 1),
          currency = coalesce(c.currency, excluded.currency),
          earned_micros = greatest(c.earned_micros, excluded.earned_micros),
          final_micros = greatest(c.final_micros, excluded.final_micros)
        RETURNING new.clipper_id, new.campaign_id, new.currency,
          CASE WHEN old.id IS NULL THEN 1 ELSE 0 END AS clips,
          coalesce(new.views, 0) - coalesce(old.views, 0) AS views,
          coalesce(new.earned_micros, 0) - coalesce(old.earned_micros, 0) AS earned)
      INSERT INTO clipper_campaign AS s (clipper_id, campaign_id, clips, views, currency, earned_micros)
      SELECT clipper_id, campaign_id, sum(clips), sum(views), max(currency), sum(earned)
      FROM changed GROUP BY clipper_id, campaign_id ORDER BY clipper_id, campaign_id
      ON CONFLICT (clipper_id, campaign_id) DO UPDATE SET
        clips = s.clips + excluded.clips,
        views = s.views + excluded.views,
        currency = coalesce(s.currency, excluded.currency),
        earned_micros = s.earned_micros + excluded.earned_micros
      """;

  private final JdbcClient jdbc;

  Clips(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds facts to what is known. */
  void learn(List<ClipFacts> heard) {
    TreeMap<UUID, ClipFacts> merged = new TreeMap<>();
    heard.forEach(facts -> merged.merge(facts.id(), facts, ClipFacts::and));
    Columns facts = new Columns(merged.values());
    jdbc.sql(LEARN)
        .param("ids", facts.of(ClipFacts::id, UUID[]::new))
        .param("campaigns", facts.of(ClipFacts::campaignId, UUID[]::new))
        .param("clippers", facts.of(ClipFacts::clipperId, String[]::new))
        .param("statuses", facts.of(f -> f.status().name(), String[]::new))
        .param("platforms", facts.ofVideo(v -> v.platform().name()))
        .param("videos", facts.ofVideo(ClipFacts.Video::videoId))
        .param("urls", facts.ofVideo(ClipFacts.Video::url))
        .param("initials", facts.of(ClipFacts::initialViews, Long[]::new))
        .param("views", facts.ofReading(ClipReading::views, Long[]::new))
        .param("likes", facts.ofReading(ClipReading::likes, Long[]::new))
        .param("comments", facts.ofReading(ClipReading::comments, Long[]::new))
        .param("shares", facts.ofReading(ClipReading::shares, Long[]::new))
        .param("saves", facts.ofReading(ClipReading::saves, Long[]::new))
        .param("times", facts.ofReading(r -> Timestamp.from(r.observedAt()), Timestamp[]::new))
        .param("currencies", facts.of(f -> currency(f.earned()), String[]::new))
        .param("earned", facts.of(f -> micros(f.earned()), Long[]::new))
        .param("finals", facts.of(f -> micros(f.finalEarnings()), Long[]::new))
        .update();
  }

  private static @Nullable Long micros(@Nullable Money money) {
    return money == null ? null : money.micros();
  }

  private static @Nullable String currency(@Nullable Money money) {
    return money == null ? null : money.currency().getCurrencyCode();
  }

  /** Facts turned by a quarter: one array for each column. */
  private record Columns(Collection<ClipFacts> rows) {
    <C> C[] of(Function<ClipFacts, @Nullable C> value, IntFunction<C[]> array) {
      return rows.stream().map(value).toArray(array);
    }

    String[] ofVideo(Function<ClipFacts.Video, @Nullable String> value) {
      return of(f -> f.video() == null ? null : value.apply(f.video()), String[]::new);
    }

    <C> C[] ofReading(Function<ClipReading, @Nullable C> value, IntFunction<C[]> array) {
      return of(f -> f.reading() == null ? null : value.apply(f.reading()), array);
    }
  }
}
