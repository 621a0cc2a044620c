package io.clipmeter.analytics;

import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.Event;
import io.clipmeter.events.PayoutApproved;
import io.clipmeter.events.PayoutCancelled;
import io.clipmeter.events.PayoutFailed;
import io.clipmeter.events.PayoutPaid;
import io.clipmeter.events.PayoutRejected;
import io.clipmeter.events.PayoutRequested;
import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.SubmissionRejected;
import io.clipmeter.events.SubmissionWithdrawn;
import io.clipmeter.events.ViewsObserved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other services say of one clipper's clip in one campaign, with what does not matter filled
 * in.
 */
public record Said(UUID campaign, UUID clip, String clipper, String currency) {
  /** When they say it; hours are counted from here. */
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final String USD = "USD";

  /** A new clip of this clipper in a new campaign over dollars. */
  public static Said of(String clipper) {
    return new Said(id(), id(), clipper, USD);
  }

  /** Another clip of the same clipper in the same campaign, newer than this. */
  public Said another() {
    return new Said(campaign, id(), clipper, currency);
  }

  /** The same in another currency. */
  public Said in(String other) {
    return new Said(campaign, clip, clipper, other);
  }

  /** Time ordered, as the services make them. */
  public static UUID id() {
    UUID random = UUID.randomUUID();
    long high = (System.currentTimeMillis() << 16) | 0x7000L | (System.nanoTime() >>> 10 & 0xFFFL);
    return new UUID(high, random.getLeastSignificantBits());
  }

  public CampaignChanged campaign(long version, CampaignStatus status, String name) {
    return new CampaignChanged(
        campaign,
        version,
        name,
        status,
        amount("100.00"),
        amount("2.50"),
        List.of(Platform.TIKTOK),
        null,
        Duration.ofHours(4),
        null,
        NOON,
        null,
        NOON.plusSeconds(version),
        null,
        null,
        null);
  }

  public CampaignChanged active() {
    return campaign(1, CampaignStatus.ACTIVE, "Summer");
  }

  public CampaignCompleted completed() {
    return new CampaignCompleted(
        campaign, 2, amount("100.00"), 1, 40_000, CompletionReason.BUDGET_SPENT, NOON, null);
  }

  public SubmissionReceived received() {
    return new SubmissionReceived(clip, campaign, clipper, Platform.TIKTOK, video(), url(), NOON);
  }

  public SubmissionApproved approved(long initialViews) {
    return new SubmissionApproved(
        clip, campaign, clipper, Platform.TIKTOK, video(), url(), initialViews, NOON, "ada", NOON);
  }

  public SubmissionRejected rejected() {
    return new SubmissionRejected(
        clip, campaign, clipper, Platform.TIKTOK, video(), "blurred", "ada", NOON);
  }

  public SubmissionWithdrawn withdrawn() {
    return new SubmissionWithdrawn(clip, campaign, clipper, Platform.TIKTOK, video(), NOON);
  }

  public ViewsObserved views(long views, int hour) {
    return new ViewsObserved(
        campaign,
        clip,
        clipper,
        Platform.TIKTOK,
        video(),
        id(),
        views,
        null,
        views / 10,
        null,
        null,
        null,
        NOON.plus(Duration.ofHours(hour)),
        Source.SIMULATED);
  }

  public EarningsAccrued accrued(String total, int hour) {
    return accrued(total, hour, null);
  }

  /** All of it in this one round, to be paid out from an instant on; null for at once. */
  public EarningsAccrued accrued(String total, int hour, @Nullable Instant payableAt) {
    return new EarningsAccrued(
        id(),
        campaign,
        clip,
        clipper,
        id(),
        amount(payableAt == null ? "0.00" : total),
        amount(total),
        0,
        1_000,
        amount("2.50"),
        false,
        NOON.plus(Duration.ofHours(hour)),
        payableAt);
  }

  /** An admin added this to what the clip earned, or took it back. */
  public EarningsAdjusted adjusted(UUID id, String amount) {
    return new EarningsAdjusted(
        id, campaign, clip, clipper, amount(amount), amount(amount), "as agreed", NOON);
  }

  public EarningsHeld held(UUID id, String amount) {
    return new EarningsHeld(id, campaign, clip, clipper, amount(amount), "odd views", null, NOON);
  }

  public EarningsReleased released(UUID id, String amount) {
    return new EarningsReleased(id, campaign, clip, clipper, amount(amount), NOON);
  }

  public EarningsFinalized finalized(String total) {
    return new EarningsFinalized(clip, campaign, clipper, amount(total), 1_000, NOON);
  }

  /** One step of the payout with the clip's id, over the same amount each time. */
  public Event payout(String step, String amount) {
    return switch (step) {
      case "REQUESTED" -> new PayoutRequested(clip, clipper, amount(amount), "PAYPAL", NOON);
      case "APPROVED" -> new PayoutApproved(clip, clipper, amount(amount), "ada", NOON);
      case "PAID" -> new PayoutPaid(clip, clipper, amount(amount), "tx-1", NOON);
      case "REJECTED" -> new PayoutRejected(clip, clipper, amount(amount), "no", "ada", NOON);
      case "FAILED" -> new PayoutFailed(clip, clipper, amount(amount), "bounced", NOON);
      case "CANCELLED" -> new PayoutCancelled(clip, clipper, amount(amount), NOON);
      default -> throw new IllegalArgumentException(step);
    };
  }

  public String video() {
    return "v" + clip;
  }

  public String url() {
    return "https://www.tiktok.com/@/video/" + video();
  }

  private Amount amount(String amount) {
    return new Amount(amount, currency);
  }
}
