package io.clipmeter.tracking.campaign;

import io.clipmeter.events.Amount;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.Platform;
import java.sql.Timestamp;
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
      INSERT INTO campaign (id, version, status, platforms, tracking_interval, ends_at, published_at, budget_micros, ending)
      SELECT id, version, status, string_to_array(platforms, ','), tracking_interval, ends_at, published_at, budget, ending
      FROM unnest(:ids::uuid[], :versions::bigint[], :statuses::text[], :platforms::text[], :intervals::interval[],
                  :ends::timestamptz[], :published::timestamptz[], :budgets::bigint[], :endings::boolean[])
        AS n (id, version, status, platforms, tracking_interval, ends_at, published_at, budget, ending)
      ORDER BY id
      ON CONFLICT (id) DO UPDATE SET
        version = excluded.version, status = excluded.status, platforms = excluded.platforms,
        tracking_interval = excluded.tracking_interval, ends_at = excluded.ends_at,
        published_at = excluded.published_at, budget_micros = excluded.budget_micros, ending = excluded.ending,
        budget_left = campaign.spent_micros < excluded.budget_micros,
        completed_at = CASE WHEN excluded.status = 'ACTIVE' AND excluded.version > campaign.completed_version
                            THEN NULL ELSE campaign.completed_at END
      WHERE excluded.version > campaign.version
      """;
  private static final String SPEND =
      """
      INSERT INTO campaign (id, budget_left, spent_micros)
      SELECT id, spent < budget, spent FROM unnest(:ids::uuid[], :spent::bigint[], :budgets::bigint[])
        AS n (id, spent, budget)
      ORDER BY id
      ON CONFLICT (id) DO NOTHING
      """;
  private static final String SPENT =
      """
      UPDATE campaign SET spent_micros = greatest(spent_micros, n.spent),
        budget_left = greatest(spent_micros, n.spent) < greatest(budget_micros, n.budget)
      FROM (SELECT c.id, u.spent, u.budget
            FROM unnest(:ids::uuid[], :spent::bigint[], :budgets::bigint[]) AS u (id, spent, budget)
            JOIN campaign c ON c.id = u.id ORDER BY c.id FOR UPDATE OF c) n
      WHERE campaign.id = n.id
      """;
  private static final String COMPLETE =
      """
      INSERT INTO campaign (id, completed_at, completed_version)
      SELECT id, at, version FROM unnest(:ids::uuid[], :ats::timestamptz[], :versions::bigint[]) AS n (id, at, version)
      ORDER BY id
      ON CONFLICT (id) DO UPDATE SET completed_at = excluded.completed_at, completed_version = excluded.completed_version
      WHERE campaign.completed_at IS NULL AND campaign.version <= excluded.completed_version
      """;

  /**
   * Whether a campaign {@code c} is over at {@code :now}. One that is paused, or has spent its
   * budget for now, may go on.
   */
  public static final String IS_OVER =
      """
      (c.completed_at IS NOT NULL OR c.status IN ('COMPLETED', 'ENDED') OR c.ended_at IS NOT NULL OR c.ends_at <= :now)
      """;

  private static final String OVER =
      """
      SELECT count(*) FROM clip JOIN campaign c ON c.id = clip.campaign_id
      WHERE clip.id = :clip AND
      """
          + IS_OVER;

  private static final String KNOWN = "SELECT count(*) FROM campaign WHERE id = :id";

  private final JdbcClient jdbc;

  Campaigns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this campaign was ever heard of. */
  public boolean knows(UUID campaignId) {
    return jdbc.sql(KNOWN).param("id", campaignId).query(Integer.class).single() > 0;
  }

  /** Whether no round will ever read this clip again, as its campaign is completed or ended. */
  public boolean isOverFor(UUID clipId, Instant now) {
    return jdbc.sql(OVER)
            .param("clip", clipId)
            .param("now", Timestamp.from(now))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Takes newer versions over; older ones change nothing. */
  void change(List<CampaignChanged> events) {
    Collection<CampaignChanged> newest =
        oneEach(
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
        .param("budgets", micros(newest, CampaignChanged::budget))
        .param("endings", newest.stream().map(e -> e.ending() != null).toArray(Boolean[]::new))
        .update();
  }

  /** Takes over how much is spent, which only rises, and with it whether anything is left. */
  void spend(List<BudgetSpent> events) {
    Collection<BudgetSpent> most =
        oneEach(events, BudgetSpent::campaignId, (one, other) -> further(one, other));
    for (String sql : List.of(SPEND, SPENT)) {
      jdbc.sql(sql)
          .param("ids", texts(most, BudgetSpent::campaignId))
          .param("spent", micros(most, BudgetSpent::spent))
          .param("budgets", micros(most, BudgetSpent::budget))
          .update();
    }
  }

  /** Marks campaigns that are over. */
  void complete(List<CampaignCompleted> events) {
    Collection<CampaignCompleted> newest =
        oneEach(
            events,
            CampaignCompleted::campaignId,
            (one, other) -> other.version() > one.version() ? other : one);
    jdbc.sql(COMPLETE)
        .param("ids", texts(newest, CampaignCompleted::campaignId))
        .param("ats", texts(newest, CampaignCompleted::completedAt))
        .param("versions", newest.stream().map(CampaignCompleted::version).toArray(Long[]::new))
        .update();
  }

  /** What is spent only rises: the event with more of it, or with the same of a later budget. */
  private static BudgetSpent further(BudgetSpent one, BudgetSpent other) {
    return other.spent().toMoney().compareTo(one.spent().toMoney()) >= 0 ? other : one;
  }

  private static <E> Long[] micros(Collection<E> events, Function<E, Amount> part) {
    return events.stream().map(e -> part.apply(e).toMoney().micros()).toArray(Long[]::new);
  }

  private static String platforms(CampaignChanged event) {
    return event.platforms().stream().map(Platform::name).collect(Collectors.joining(","));
  }

  /** Of several events of one campaign the one that is chosen. */
  private static <E> Collection<E> oneEach(
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
