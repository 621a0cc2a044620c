package io.clipmeter.analytics.campaign;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignCompleted;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The campaigns, by the newest version heard, and how they ended. */
@Component
class Campaigns {
  private static final String CHANGE =
      """
      INSERT INTO campaign AS c (id, version, name, status, currency, changed_at)
      SELECT * FROM unnest(:ids::uuid[], :versions::bigint[], :names::text[], :statuses::text[],
          :currencies::text[], :times::timestamptz[])
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name,
        status = excluded.status, currency = excluded.currency, changed_at = excluded.changed_at
      WHERE excluded.version > c.version
      """;

  private static final String COMPLETE =
      """
      INSERT INTO completion (campaign_id, spent_micros, currency, clips, views, reason, completed_at)
      SELECT * FROM unnest(:ids::uuid[], :spent::bigint[], :currencies::text[], :clips::int[],
          :views::bigint[], :reasons::text[], :times::timestamptz[])
      ON CONFLICT (campaign_id) DO NOTHING
      """;

  private final JdbcClient jdbc;

  Campaigns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes over what is newer than what is known. */
  void change(List<CampaignChanged> heard) {
    Map<UUID, CampaignChanged> newest =
        each(heard, CampaignChanged::campaignId, (a, b) -> a.version() >= b.version() ? a : b);
    jdbc.sql(CHANGE)
        .param("ids", column(newest, CampaignChanged::campaignId, UUID[]::new))
        .param("versions", column(newest, CampaignChanged::version, Long[]::new))
        .param("names", column(newest, CampaignChanged::name, String[]::new))
        .param("statuses", column(newest, c -> c.status().name(), String[]::new))
        .param("currencies", column(newest, c -> c.budget().currency(), String[]::new))
        .param("times", column(newest, c -> Timestamp.from(c.changedAt()), Timestamp[]::new))
        .update();
  }

  /** Takes over how campaigns ended; each ends once. */
  void complete(List<CampaignCompleted> heard) {
    Map<UUID, CampaignCompleted> first = each(heard, CampaignCompleted::campaignId, (a, b) -> a);
    jdbc.sql(COMPLETE)
        .param("ids", column(first, CampaignCompleted::campaignId, UUID[]::new))
        .param("spent", column(first, c -> c.spent().toMoney().micros(), Long[]::new))
        .param("currencies", column(first, c -> c.spent().currency(), String[]::new))
        .param("clips", column(first, CampaignCompleted::clips, Integer[]::new))
        .param("views", column(first, CampaignCompleted::views, Long[]::new))
        .param("reasons", column(first, c -> c.reason().name(), String[]::new))
        .param("times", column(first, c -> Timestamp.from(c.completedAt()), Timestamp[]::new))
        .update();
  }

  /** Sorted by id, so that two instances lock rows in the same order. */
  private static <E> Map<UUID, E> each(
      List<E> events, Function<E, UUID> id, BinaryOperator<E> kept) {
    Map<UUID, E> byId = new TreeMap<>();
    events.forEach(event -> byId.merge(id.apply(event), event, kept));
    return byId;
  }

  private static <E, C> C[] column(
      Map<UUID, E> events, Function<E, C> value, IntFunction<C[]> array) {
    return events.values().stream().map(value).toArray(array);
  }
}
