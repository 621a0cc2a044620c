package io.clipmeter.analytics.dashboard;

import io.clipmeter.events.Amount;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clipper's work on one page. Amounts are exact decimals in text; the values of {@code stats} are
 * for people, rounded half up.
 *
 * @param stats four tiles, ready to be shown
 * @param recentClips the ten newest submissions, newest first
 * @param currency of {@code totalEarnings} and {@code availableBalance}: USD where the clipper has
 *     any, else the first by code
 * @param totalEarnings earned in that currency, with what admins added or took back, payouts not
 *     taken off
 * @param availableBalance what of it can be paid out
 * @param balances one for each currency, by code
 * @param totalViews of all clips, as they were last read
 * @param activeCampaigns that the clipper has a submission in
 * @param asOf when this answer was put together; {@code measuredAt} tells how old a reading is
 */
record Dashboard(
    List<Stat> stats,
    List<RecentClip> recentClips,
    String currency,
    String totalEarnings,
    String availableBalance,
    List<Balance> balances,
    long totalViews,
    long activeCampaigns,
    long clipsSubmitted,
    Instant asOf) {

  /** One tile. */
  record Stat(String title, String value) {}

  /**
   * One submission.
   *
   * @param views at the last reading; 0 before the first
   * @param earnings so far, with what admins added or took back; null where neither an accrual nor
   *     the campaign's currency is known yet
   * @param campaign its name; null until it is known here
   * @param status pending, approved, rejected or withdrawn
   * @param measuredAt when the views were read; null before the first reading
   */
  record RecentClip(
      UUID id,
      long views,
      @Nullable Amount earnings,
      @Nullable String campaign,
      UUID campaignId,
      String status,
      @Nullable String platform,
      @Nullable String url,
      @Nullable Instant measuredAt) {}

  /**
   * Money in one currency: {@code available = earned - held - reserved - paid}, and never below 0,
   * which it could be for a moment when a payout is heard of before the earnings it is paid from,
   * or where money was taken back or held that had been paid.
   *
   * @param earned by views, with what admins added or took back
   * @param held of what is earned: by an admin, or until its hold period is over
   * @param reserved by payout requests that are not decided or not sent yet
   */
  record Balance(
      String currency,
      String earned,
      String held,
      String reserved,
      String paid,
      String available) {}
}
