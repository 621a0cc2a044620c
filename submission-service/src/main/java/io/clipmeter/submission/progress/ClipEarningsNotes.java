package io.clipmeter.submission.progress;

import io.clipmeter.money.Money;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What clips earned. The earnings service owns these sums; here they are shown. */
@Component
class ClipEarningsNotes {
  private static final String ADD =
      """
      WITH told AS (
        SELECT * FROM unnest(
            :ids::uuid[], :currencies::text[], :sums::bigint[], :finals::bigint[], :ends::timestamptz[])
          AS t (id, currency, so_far, when_over, over_at)
      ), found AS (
        SELECT s.id, t.so_far, t.when_over, t.over_at FROM submission s
        JOIN told t ON t.id = s.id
        JOIN campaign c ON c.id = s.campaign_id AND c.currency = t.currency
        ORDER BY s.id FOR UPDATE OF s
      )
      UPDATE submission s
      SET earnings_micros = greatest(s.earnings_micros, f.so_far),
          final_earnings_micros = CASE
            WHEN s.final_earnings_at IS NULL OR f.over_at > s.final_earnings_at THEN f.when_over
            ELSE s.final_earnings_micros END,
          final_earnings_at = greatest(s.final_earnings_at, f.over_at)
      FROM found f WHERE s.id = f.id
      """;

  private final JdbcClient sql;

  ClipEarningsNotes(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Raises clips' earnings to what is told; they never fall. Final ones are of the newest end.
   *
   * @throws IllegalArgumentException where a clip is unknown or of another currency; nothing is
   *     written then
   */
  void add(List<ClipEarnings> told) {
    if (told.isEmpty()) {
      return;
    }
    Map<UUID, ClipEarnings> byClip = new LinkedHashMap<>();
    told.forEach(earnings -> byClip.merge(earnings.clipId(), earnings, ClipEarnings::with));
    Collection<ClipEarnings> all = byClip.values();
    int found =
        sql.sql(ADD)
            .param("ids", all.stream().map(e -> e.clipId().toString()).toArray(String[]::new))
            .param("currencies", all.stream().map(e -> currency(e.soFar())).toArray(String[]::new))
            .param("sums", all.stream().map(e -> e.soFar().micros()).toArray(Long[]::new))
            .param("finals", all.stream().map(e -> micros(e.end())).toArray(Long[]::new))
            .param("ends", all.stream().map(e -> at(e.end())).toArray(String[]::new))
            .update();
    if (found < all.size()) {
      throw new IllegalArgumentException(
          all.size() - found + " of " + all.size() + " clips are not known in this currency");
    }
  }

  private static String currency(Money money) {
    return money.currency().getCurrencyCode();
  }

  private static @Nullable Long micros(ClipEarnings.@Nullable End end) {
    return end == null ? null : end.earned().micros();
  }

  private static @Nullable String at(ClipEarnings.@Nullable End end) {
    return end == null ? null : end.at().toString();
  }
}
