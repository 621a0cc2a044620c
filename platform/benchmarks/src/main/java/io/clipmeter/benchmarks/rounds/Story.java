package io.clipmeter.benchmarks.rounds;

import io.clipmeter.benchmarks.rounds.Campaign.Clip;
import io.clipmeter.benchmarks.rounds.Campaign.Round;
import io.clipmeter.benchmarks.service.EventWriter;
import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Event;
import io.clipmeter.events.Platform;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Source;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What the submission and tracking services would have said about the work. */
public final class Story {
  /** When all of it happens. */
  public static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

  private static final String VIDEO = "7500000000000000001";
  private static final String URL = "https://www.tiktok.com/@/video/" + VIDEO;

  /** So many campaigns are swept at the same time, and their readings arrive mixed. */
  private static final int SWEPT_TOGETHER = 8;

  private Story() {}

  /** Campaigns and approved clips; they have arrived when this returns. */
  public static void tellCampaigns(Workload work, EventWriter events) {
    tellCampaigns(work, (Consumer<Event>) events::send);
    events.flush();
  }

  /** The same to anybody. */
  public static void tellCampaigns(Workload work, Consumer<Event> events) {
    for (Expected expected : work.campaigns()) {
      Campaign campaign = expected.campaign();
      events.accept(changed(campaign));
      campaign.clips().forEach(clip -> events.accept(approved(campaign, clip)));
    }
  }

  /** All readings of all rounds, and that the rounds closed. */
  public static void tellRounds(Workload work, EventWriter events) {
    tellRounds(work, (Consumer<Event>) events::send);
    events.flush();
  }

  /** The same to anybody. */
  public static void tellRounds(Workload work, Consumer<Event> events) {
    List<Campaign> campaigns = work.campaigns().stream().map(Expected::campaign).toList();
    for (int round = 0; round < work.rounds(); round++) {
      for (int first = 0; first < campaigns.size(); first += SWEPT_TOGETHER) {
        int end = Math.min(first + SWEPT_TOGETHER, campaigns.size());
        tellSweep(campaigns.subList(first, end), round, events);
      }
    }
  }

  private static void tellSweep(List<Campaign> together, int round, Consumer<Event> events) {
    for (int clip = 0; clip < together.getFirst().clips().size(); clip++) {
      for (Campaign campaign : together) {
        events.accept(observed(campaign, campaign.rounds().get(round), clip));
      }
    }
    together.forEach(campaign -> events.accept(closed(campaign, campaign.rounds().get(round))));
  }

  private static CampaignChanged changed(Campaign campaign) {
    return new CampaignChanged(
        campaign.id(),
        1,
        "Benchmark",
        CampaignStatus.ACTIVE,
        amount(campaign.budgetMicros()),
        amount(campaign.cpmMicros()),
        List.of(Platform.TIKTOK),
        null,
        Duration.ofHours(4),
        null,
        NOW,
        NOW,
        NOW,
        null,
        null,
        null);
  }

  private static SubmissionApproved approved(Campaign campaign, Clip clip) {
    return new SubmissionApproved(
        clip.id(),
        campaign.id(),
        clip.clipperId(),
        Platform.TIKTOK,
        VIDEO,
        URL,
        clip.baseline(),
        NOW,
        "benchmark",
        NOW);
  }

  /** What was read of the clip of this index. */
  public static ViewsObserved observed(Campaign campaign, Round round, int index) {
    Clip clip = campaign.clips().get(index);
    long views = round.views().get(index);
    return new ViewsObserved(
        campaign.id(),
        clip.id(),
        clip.clipperId(),
        Platform.TIKTOK,
        VIDEO,
        round.id(),
        views,
        clip.baseline(),
        views / 20,
        views / 200,
        views / 400,
        null,
        NOW,
        Source.SIMULATED);
  }

  /** All clips of the round were read. */
  public static RoundClosed closed(Campaign campaign, Round round) {
    int clips = campaign.clips().size();
    return new RoundClosed(
        round.id(), campaign.id(), round.number(), clips, clips, 0, 0, NOW, NOW, 1L);
  }

  private static Amount amount(long micros) {
    return Amount.of(Money.ofMicros(micros, "USD"));
  }
}
