package io.clipmeter.tracking.campaign;

import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.Platform;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The campaigns as far as they are known here. */
@Component
public class Campaigns {
  private static final String CHANGE =
      """
      INSERT INTO campaign (id, version, status, platforms, tracking_interval, ends_at, published_at)
      SELECT id, version, status, string_to_array(platforms, ','), tracking_interval, ends_at, published_at
      FROM unnest(:ids::uuid[], :versions::bigint[], :statuses::text[], :platforms::text[], :intervals::interval[],
                  :ends::timestamptz[], :published::timestamptz[])
        AS n (id, version, status, platforms, tracking_interval, ends_at, published_at)
      ORDER BY id
      ON CONFLICT (id) DO UPDATE SET
        version = excluded.version, status = excluded.status, platforms = excluded.platforms,
        tracking_interval = excluded.tracking_interval, ends_at = excluded.ends_at,
        published_at = excluded.published_at
      WHERE excluded.version > campaign.version
      """;
  private static final String SPEND =
      """
      INSERT INTO campaign (id, budget_left, budget_at)
      SELECT id, budget_left, at FROM unnest(:ids::uuid[], :left::boolean[], :ats::timestamptz[])
        AS n (id, budget_left, at)
      ORDER BY id
      ON CONFLICT (id) DO UPDATE SET budget_left = excluded.budget_left, budget_at = excluded.budget_at
      WHERE campaign.budget_at IS NULL OR excluded.budget_at >= campaign.budget_at
      """;
  private static final String COMPLETE =
      """
      INSERT INTO campaign (id, completed_at)
      SELECT id, at FROM unnest(:ids::uuid[], :ats::timestamptz[]) AS n (id, at)
      ORDER BY id
      ON CONFLICT (id) DO UPDATE SET completed_at = excluded.completed_at
      WHERE campaign.completed_at IS NULL
      """;
  private static final String KNOWN = "SELECT count(*) FROM campaign WHERE id = :id";

  private final JdbcClient jdbc;

  Campaigns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this campaign was ever heard of. */
  public boolean knows(UUID campaignId) {
    return jdbc.sql(KNOWN).param("id", campaignId).query(Integer.class).single() > 0;
  }

  /** Takes newer versions over; older ones change nothing. */
  void change(List<CampaignChanged> events) {
    Collection<CampaignChanged> newest =
        last(
            events,
            CampaignChanged::campaignId,
            (one, other) -> other.version() >= one.version() ? other : one);
    jdbc.sql(CHANGE)
        .param("ids", texts(newest, CampaignChanged::campaignId))
        .param("versions", newest.stream().map(CampaignChanged::version).toArray(Long[]::new))
        .param("statuses", texts(newest, CampaignChanged::status))
        .param("platforms", texts(newest, Campaigns::platforms))
        .param("intervals", texts(newest, CampaignChanged::trackingInterval))
        .param("ends", texts(newest, CampaignChanged::endsAt))
        .param("published", texts(newest, CampaignChanged::publishedAt))
        .update();
  }

  /** Takes over whether anything is left of the budget. */
  void spend(List<BudgetSpent> events) {
    Collection<BudgetSpent> newest =
        last(events, BudgetSpent::campaignId, (one, other) -> later(one, other));
    jdbc.sql(SPEND)
        .param("ids", texts(newest, BudgetSpent::campaignId))
        .param(
            "left",
            newest.stream().map(e -> e.remaining().toMoney().isPositive()).toArray(Boolean[]::new))
        .param("ats", texts(newest, BudgetSpent::settledAt))
        .update();
  }

  /** Marks campaigns that are over. */
  void complete(List<CampaignCompleted> events) {
    Collection<CampaignCompleted> first =
        last(events, CampaignCompleted::campaignId, (one, other) -> one);
    jdbc.sql(COMPLETE)
        .param("ids", texts(first, CampaignCompleted::campaignId))
        .param("ats", texts(first, CampaignCompleted::completedAt))
        .update();
  }

  private static BudgetSpent later(BudgetSpent one, BudgetSpent other) {
    Instant first = one.settledAt();
    return other.settledAt().isBefore(first) ? one : other;
  }

  private static String platforms(CampaignChanged event) {
    return event.platforms().stream().map(Platform::name).collect(Collectors.joining(","));
  }

  private static <E> Collection<E> last(
      List<E> events, Function<E, UUID> id, BinaryOperator<E> choice) {
    Map<UUID, E> byId = events.stream().collect(Collectors.toMap(id, Function.identity(), choice));
    return byId.values();
  }

  private static <E> @Nullable String[] texts(
      Collection<E> events, Function<E, @Nullable Object> part) {
    return events.stream()
        .map(part)
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }
}
