package io.clipmeter.earnings.terms;

import io.clipmeter.events.SubmissionApproved;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clips that earn: approved submissions with their baselines. */
@Component
public class Clips {
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final String ADD =
      """
      INSERT INTO clip (id, campaign_id, clipper_id, platform, video_id, baseline_views, high_views,
                        segment_views)
      SELECT id, campaign_id, clipper_id, platform, video_id, baseline, baseline, baseline
      FROM unnest(:ids::uuid[], :campaigns::uuid[], :clippers::text[], :platforms::text[], :videos::text[],
                  :baselines::bigint[])
          AS c (id, campaign_id, clipper_id, platform, video_id, baseline)
      ON CONFLICT (id) DO NOTHING
      """;
  private static final String ADVANCE =
      """
      UPDATE clip SET high_views = greatest(clip.high_views, n.views),
                      accrued_micros = clip.accrued_micros + n.amount,
                      segment_views = n.segment_views, segment_micros = n.segment_micros, carry = n.carry,
                      terms_version = n.version,
                      final_micros = CASE WHEN :final THEN clip.accrued_micros + n.amount ELSE clip.final_micros END
      FROM unnest(:ids::uuid[], :views::bigint[], :amounts::bigint[], :segmentViews::bigint[],
                  :segmentMicros::bigint[], :carries::bigint[], :versions::bigint[])
          AS n (id, views, amount, segment_views, segment_micros, carry, version)
      WHERE clip.id = n.id
      """;
  private static final String ANY_LATE =
      "SELECT EXISTS (SELECT FROM clip WHERE campaign_id = :campaign AND late)";
  private static final String REOPEN =
      """
      UPDATE clip SET final_micros = NULL, late = false
      WHERE campaign_id = :campaign AND (final_micros IS NOT NULL OR late)
      """;
  private static final String TOTALS =
      """
      SELECT count(*), coalesce(sum(high_views - baseline_views), 0) FROM clip WHERE campaign_id = :campaign
      """;

  /** What one settlement changes of a clip; the amount may be zero. */
  public record Advance(UUID clipId, long views, long amountMicros, Segment segment) {}

  private final JdbcClient jdbc;

  Clips(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds approved submissions; one that is known already is left alone. */
  public void add(Collection<SubmissionApproved> approved) {
    jdbc.sql(ADD)
        .param("ids", column(approved, SubmissionApproved::submissionId, UUID[]::new))
        .param("campaigns", column(approved, SubmissionApproved::campaignId, UUID[]::new))
        .param("clippers", column(approved, SubmissionApproved::clipperId, String[]::new))
        .param("platforms", column(approved, a -> a.platform().name(), String[]::new))
        .param("videos", column(approved, SubmissionApproved::videoId, String[]::new))
        .param("baselines", column(approved, SubmissionApproved::initialViews, Long[]::new))
        .update();
  }

  /** Raises heights and totals, all clips of a settlement in one statement. */
  public void advance(List<Advance> advances) {
    advance(advances, false);
  }

  /** As {@link #advance}, by the settlement that ends the campaign: their totals are final. */
  public void advanceToTheEnd(List<Advance> advances) {
    advance(advances, true);
  }

  private void advance(List<Advance> advances, boolean last) {
    jdbc.sql(ADVANCE)
        .param("final", last)
        .param("ids", column(advances, Advance::clipId, UUID[]::new))
        .param("views", column(advances, Advance::views, Long[]::new))
        .param("amounts", column(advances, Advance::amountMicros, Long[]::new))
        .param("segmentViews", column(advances, a -> a.segment().views(), Long[]::new))
        .param("segmentMicros", column(advances, a -> a.segment().micros(), Long[]::new))
        .param("carries", column(advances, a -> a.segment().carry(), Long[]::new))
        .param(
            "versions", advances.stream().map(a -> a.segment().termsVersion()).toArray(Long[]::new))
        .update();
  }

  /** Whether the campaign has clips that came after its end and were not told so. */
  public boolean anyLate(UUID campaignId) {
    return jdbc.sql(ANY_LATE).param("campaign", campaignId).query(Boolean.class).single();
  }

  /** What was final is not any more. */
  public void reopen(UUID campaignId) {
    jdbc.sql(REOPEN).param("campaign", campaignId).update();
  }

  /**
   * All clips of a campaign.
   *
   * @param growth their views above their baselines, which is only told: Long.MAX_VALUE where it is
   *     more
   */
  public record Totals(long clips, long growth) {}

  /** As this transaction sees them. */
  public Totals totals(UUID campaignId) {
    return jdbc.sql(TOTALS)
        .param("campaign", campaignId)
        .query((rs, n) -> new Totals(rs.getLong(1), rs.getBigDecimal(2).min(MOST).longValueExact()))
        .single();
  }

  private static <R, C> C[] column(
      Collection<R> rows, Function<R, C> value, java.util.function.IntFunction<C[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
