package io.clipmeter.earnings;

import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.Platform;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Source;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.TrackingEnded;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.events.ViewsUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services say of one campaign that pays 2.50 USD per 1,000 views. */
public record Story(UUID campaign) {
  private static final Instant NOW = Instant.parse("2025-11-01T12:00:00Z");

  public CampaignChanged changed(String budget) {
    return changed(1, budget, null);
  }

  public CampaignChanged changed(long version, String budget, @Nullable Amount clipCap) {
    return new CampaignChanged(
        campaign,
        version,
        "Summer",
        CampaignStatus.ACTIVE,
        new Amount(budget, "USD"),
        new Amount("2.50", "USD"),
        List.of(Platform.TIKTOK),
        clipCap,
        Duration.ofHours(4),
        null,
        NOW,
        NOW,
        NOW,
        null,
        null,
        null);
  }

  /** Version 1 with changes. */
  public Change change(long version) {
    return new Change(this, version, "100", "2.50", null, null, null, CampaignStatus.ACTIVE);
  }

  /** A newer version of the campaign, as one word after the other makes it. */
  public record Change(
      Story story,
      long version,
      String budget,
      String cpm,
      @Nullable Amount clipCap,
      @Nullable Long minViews,
      @Nullable CompletionReason ending,
      CampaignStatus status) {

    public Change budget(String amount) {
      return new Change(story, version, amount, cpm, clipCap, minViews, ending, status);
    }

    public Change cpm(String amount) {
      return new Change(story, version, budget, amount, clipCap, minViews, ending, status);
    }

    public Change clipCap(String amount) {
      Amount cap = new Amount(amount, "USD");
      return new Change(story, version, budget, cpm, cap, minViews, ending, status);
    }

    public Change minViews(long views) {
      return new Change(story, version, budget, cpm, clipCap, views, ending, status);
    }

    public Change ending(CompletionReason reason) {
      return new Change(story, version, budget, cpm, clipCap, minViews, reason, status);
    }

    public Change status(CampaignStatus now) {
      return new Change(story, version, budget, cpm, clipCap, minViews, ending, now);
    }

    /** What the submission service says of it. */
    public CampaignChanged event() {
      return event(NOW);
    }

    /** The same, of a change at this instant. */
    public CampaignChanged event(Instant changedAt) {
      CampaignChanged plain = story.changed(version, budget, clipCap);
      return new CampaignChanged(
          plain.campaignId(),
          version,
          plain.name(),
          status,
          plain.budget(),
          new Amount(cpm, "USD"),
          plain.platforms(),
          clipCap,
          plain.trackingInterval(),
          null,
          NOW,
          NOW,
          changedAt,
          minViews,
          null,
          ending);
    }
  }

  public SubmissionApproved approved(UUID clip, String clipper, long baseline) {
    return new SubmissionApproved(
        clip,
        campaign,
        clipper,
        Platform.TIKTOK,
        "7500000000000000001",
        "https://www.tiktok.com/@/video/7500000000000000001",
        baseline,
        NOW,
        "ann",
        NOW);
  }

  public ViewsObserved observed(UUID round, UUID clip, long views) {
    return new ViewsObserved(
        campaign,
        clip,
        "x",
        Platform.TIKTOK,
        "7500000000000000001",
        round,
        views,
        null,
        null,
        null,
        null,
        null,
        NOW,
        Source.SIMULATED);
  }

  public ViewsUnavailable unavailable(UUID round, UUID clip) {
    return new ViewsUnavailable(
        campaign,
        clip,
        "x",
        Platform.TIKTOK,
        "7500000000000000001",
        round,
        ReadingOutcome.UNKNOWN,
        UnavailableReason.PROVIDER_ERROR,
        null,
        NOW,
        Source.SIMULATED);
  }

  public ViewsUnavailable gone(UUID round, UUID clip) {
    return new ViewsUnavailable(
        campaign,
        clip,
        "x",
        Platform.TIKTOK,
        "7500000000000000001",
        round,
        ReadingOutcome.GONE,
        UnavailableReason.DELETED,
        null,
        NOW,
        Source.SIMULATED);
  }

  /** The tracking service claims no more rounds of it. */
  public TrackingEnded trackingEnded(long version, long lastRound) {
    return new TrackingEnded(campaign, version, lastRound, NOW);
  }

  public RoundClosed closed(UUID round, long number, int clips, int observed) {
    return closed(round, number, clips, observed, null);
  }

  public RoundClosed closed(
      UUID round, long number, int clips, int observed, @Nullable Long version) {
    return new RoundClosed(
        round,
        campaign,
        number,
        clips,
        observed,
        clips - observed,
        clips - observed,
        NOW,
        NOW,
        version);
  }
}
