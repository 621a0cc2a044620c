package io.clipmeter.submission;

import io.clipmeter.events.Amount;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.CreatorUnverified;
import io.clipmeter.events.CreatorVerified;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.events.UnverifiedReason;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.events.VideoObserved.Baseline;
import io.clipmeter.events.VideoUnavailable;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services say in these tests, with the fields that do not matter filled in. */
public final class Said {
  /** When they say it, unless they say when. */
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final Amount NOTHING = new Amount("0.00", "USD");

  private Said() {}

  /** The tracking service has read a TikTok video. */
  public static VideoObserved observed(
      String video, long views, Instant at, Baseline... baselines) {
    return observed(video, views, at, List.of(baselines), null, null);
  }

  /** The tracking service has read a TikTok video, and who made it. */
  public static VideoObserved observedBy(
      String video, Instant at, @Nullable String authorId, String handle) {
    return observed(video, 1, at, List.of(), new Author(authorId, handle, null, null), null);
  }

  /** The tracking service has read whether a TikTok video is an advertisement. */
  public static VideoObserved sponsored(String video, Instant at, @Nullable Boolean sponsored) {
    return observed(video, 1, at, List.of(), null, sponsored);
  }

  private static VideoObserved observed(
      String video,
      long views,
      Instant at,
      List<Baseline> baselines,
      @Nullable Author author,
      @Nullable Boolean sponsored) {
    return new VideoObserved(
        Platform.TIKTOK,
        video,
        "https://www.tiktok.com/@/video/" + video,
        author,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        views,
        null,
        null,
        null,
        null,
        at,
        Source.SIMULATED,
        baselines,
        null,
        null,
        sponsored);
  }

  /** A clipper has proven to own an account of TikTok. */
  public static CreatorVerified verified(
      String clipper, String handle, @Nullable String accountId, Instant at) {
    return new CreatorVerified(clipper, Platform.TIKTOK, handle, accountId, at);
  }

  /** A clipper has taken an account of TikTok away. */
  public static CreatorUnverified unverified(String clipper, String handle, Instant at) {
    return new CreatorUnverified(
        clipper, Platform.TIKTOK, handle, null, UnverifiedReason.REMOVED, at);
  }

  /** The baseline of a submission, read at noon. */
  public static Baseline baseline(UUID submission, long views) {
    return new Baseline(submission, views, NOON);
  }

  /** The tracking service could not read a TikTok video. */
  public static VideoUnavailable unavailable(String video, UnavailableReason reason, Instant at) {
    return new VideoUnavailable(Platform.TIKTOK, video, reason, at, Source.SIMULATED);
  }

  /** The earnings service has given a clip of cleo's this much in all. */
  public static EarningsAccrued accrued(UUID campaign, UUID clip, String total) {
    Amount all = new Amount(total, "USD");
    return new EarningsAccrued(
        UUID.randomUUID(),
        campaign,
        clip,
        "cleo",
        UUID.randomUUID(),
        all,
        all,
        0,
        1_000,
        new Amount("2.50", "USD"),
        false,
        NOON,
        null);
  }

  /** The earnings service has given a clip of cleo's this much for good. */
  public static EarningsFinalized finalized(UUID campaign, UUID clip, String total) {
    return finalized(campaign, clip, total, NOON);
  }

  /** The earnings service has given a clip of cleo's this much at an end of its campaign. */
  public static EarningsFinalized finalized(UUID campaign, UUID clip, String total, Instant at) {
    return new EarningsFinalized(clip, campaign, "cleo", new Amount(total, "USD"), 1_000, at);
  }

  /** The earnings service has spent this much of this budget. */
  public static BudgetSpent spent(UUID campaign, String spent, String budget) {
    Money all = Money.of(budget, "USD");
    Money remaining = all.minus(Money.of(spent, "USD"));
    return new BudgetSpent(
        campaign,
        Amount.of(all),
        new Amount(spent, "USD"),
        Amount.of(remaining),
        UUID.randomUUID(),
        false,
        NOON,
        null);
  }

  /** The earnings service says that a campaign is over. */
  public static CampaignCompleted completed(UUID campaign, CompletionReason reason) {
    Amount spent = reason == CompletionReason.BUDGET_SPENT ? new Amount("1000000", "USD") : NOTHING;
    return new CampaignCompleted(campaign, 2, spent, 1, 0, reason, NOON, null);
  }
}
