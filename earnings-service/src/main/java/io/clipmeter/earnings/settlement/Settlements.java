package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.round.ClipReading;
import io.clipmeter.earnings.round.Rounds;
import io.clipmeter.earnings.terms.Terms;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The journal of settled rounds: each a debit of its campaign's budget, with a receipt for each of
 * its clips. The database refuses a debit that is not the sum of its credits.
 */
@Component
class Settlements {
  private static final String ADD =
      """
      INSERT INTO settlement (campaign_id, round_id, terms_version, total_micros, rationed, settled_at, clips)
      VALUES (:campaign, :round, :version, :total, :rationed, :now, :clips) RETURNING id
      """;
  private static final String RECEIPTS =
      """
      INSERT INTO receipt (settlement_id, clip_id, clipper_id, reason, source, observed_at, read_views,
                           views_before, views_after, due_micros, amount_micros, total_micros)
      SELECT :settlement, clip, clipper, reason, source, timestamptz 'epoch' + r.observed * interval '1 microsecond', seen,
          before, after, due, amount, total
      FROM unnest(:clips::uuid[], :clippers::text[], :reasons::text[], :sources::text[], :times::bigint[],
          :reads::bigint[], :befores::bigint[], :afters::bigint[], :dues::bigint[], :amounts::bigint[], :totals::bigint[])
          AS r (clip, clipper, reason, source, observed, seen, before, after, due, amount, total)
      """;

  private final JdbcClient jdbc;

  Settlements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes the debit; each round has one. Its {@link #receipts} follow in the same transaction.
   *
   * @return the entry's id
   */
  long add(Rounds.Closed round, Terms terms, Settlement.PaidInParts paid, Instant now) {
    return jdbc.sql(ADD)
        .param("campaign", round.campaignId())
        .param("round", round.id())
        .param("version", terms.version())
        .param("total", paid.total().micros())
        .param("rationed", paid.rationed())
        .param("clips", paid.clips())
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /** Writes receipts of a settlement, its credits. */
  void receipts(long settlement, List<Share> shares) {
    if (shares.isEmpty()) {
      return;
    }
    jdbc.sql(RECEIPTS)
        .param("settlement", settlement)
        .param("clips", clips(shares, ClipReading::clipId, UUID[]::new))
        .param("clippers", clips(shares, ClipReading::clipperId, String[]::new))
        .param("reasons", column(shares, s -> s.reason().name(), String[]::new))
        .param("sources", clips(shares, clip -> clip.read().source(), String[]::new))
        .param("times", clips(shares, c -> micros(c.read().observedAt()), Long[]::new))
        .param("reads", shares.stream().map(s -> s.clip().read().views()).toArray(Long[]::new))
        .param("befores", clips(shares, ClipReading::highViews, Long[]::new))
        .param("afters", clips(shares, ClipReading::viewsAfter, Long[]::new))
        .param("dues", column(shares, Share::dueMicros, Long[]::new))
        .param("amounts", column(shares, Share::micros, Long[]::new))
        .param("totals", column(shares, Share::totalMicros, Long[]::new))
        .update();
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static <C> C[] clips(
      List<Share> shares, Function<ClipReading, C> value, IntFunction<C[]> array) {
    return column(shares, share -> value.apply(share.clip()), array);
  }

  private static <C> C[] column(
      List<Share> shares, Function<Share, C> value, IntFunction<C[]> array) {
    return shares.stream().map(value).toArray(array);
  }
}
