package io.clipmeter.earnings.schedule;

import io.clipmeter.earnings.schedule.Paper.Facts;
import io.clipmeter.earnings.schedule.Paper.Seen;
import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.Event;
import io.clipmeter.events.Platform;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Source;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.TrackingEnded;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.events.ViewsUnavailable;
import io.clipmeter.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All that is ever said of one random campaign, by topic, each topic in its order. */
final class Script {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final long LARGEST_CPM = 5_000_000;
  private final RandomGenerator random;
  final UUID campaign;
  final String currency;
  final List<CampaignChanged> changes = new ArrayList<>();
  final List<SubmissionApproved> approvals = new ArrayList<>();

  /** Readings, of each round in a list of their own. */
  final List<List<Event>> readings = new ArrayList<>();

  /** Closings, and the end of tracking. */
  final List<Event> rounds = new ArrayList<>();

  final NavigableMap<Long, Facts> facts = new TreeMap<>();
  private final List<Long> views = new ArrayList<>();
  private long claimed;

  /**
   * @param id the same random data and another id make the same campaign but for its ids, which
   *     sort alike
   */
  Script(RandomGenerator random, long id) {
    this.random = random;
    this.campaign = new UUID(id, 0xffff);
    this.currency = random.nextInt(4) == 0 ? "IDR" : "USD";
    int clips = random.nextInt(1, 8);
    for (int clip = 0; clip < clips; clip++) {
      approve(clip);
    }
    tell(clips);
    int read = random.nextInt(0, 7);
    for (long number = 1; number <= read; number++) {
      read(number, random.nextInt(10) == 0 ? random.nextInt(clips) : clips);
    }
    CampaignChanged last = changes.getLast();
    if (last.ending() != null) {
      rounds.add(new TrackingEnded(campaign, last.version(), read, NOW));
    }
    again();
  }

  private UUID clip(int clip) {
    return new UUID(campaign.getMostSignificantBits(), 0x8000_0000_0000_0000L * (clip % 2) + clip);
  }

  private void approve(int clip) {
    long baseline = random.nextBoolean() ? 0 : random.nextLong(0, 5_000);
    views.add(baseline);
    String clipper = "clipper-" + random.nextInt(3);
    String url = "https://www.tiktok.com/@/video/" + clip;
    approvals.add(
        new SubmissionApproved(
            clip(clip), campaign, clipper, Platform.TIKTOK, "v", url, baseline, NOW, "boss", NOW));
  }

  /** What the campaign pays, and how that changes. */
  private void tell(int clips) {
    long dearest = dearest();
    long cpm = random.nextLong(1, dearest);
    long worth = Math.max(1, clips * 2 * cpm);
    long budget = random.nextInt(8) == 0 ? 1 : random.nextLong(1, 1 + worth * random.nextInt(1, 7));
    Long cap = random.nextInt(3) == 0 ? Long.valueOf(random.nextLong(1, 1 + 4 * cpm)) : null;
    long least = random.nextInt(4) == 0 ? random.nextLong(1, 6_000) : 0;
    CampaignStatus status = CampaignStatus.ACTIVE;
    CompletionReason ending = null;
    int versions = random.nextInt(1, 6);
    for (long version = 1; version <= versions && ending == null; version++) {
      changed(version, new Pays(cpm, cap, least, budget), status, ending);
      switch (random.nextInt(8)) {
        case 0, 1 -> cpm = random.nextLong(1, dearest);
        case 2 -> cap = random.nextBoolean() ? null : Long.valueOf(random.nextLong(1, 1 + 8 * cpm));
        case 3 -> least = random.nextLong(0, 6_000);
        case 4, 5 -> budget = Math.addExact(budget, random.nextLong(1, 1 + worth * 3));
        case 6 -> budget = random.nextLong(1, budget + 1);
        default -> status = other(status);
      }
    }
    if (random.nextInt(5) < 2) {
      ending = random.nextBoolean() ? CompletionReason.ENDED_BY_ADMIN : null;
      ending = ending == null ? CompletionReason.ENDED_BY_TIME : ending;
      Pays pays = new Pays(cpm, cap, least, budget);
      changed(changes.size() + 1L, pays, status, ending);
      if (random.nextBoolean()) {
        changed(changes.size() + 1L, pays, CampaignStatus.ENDED, ending);
      }
    }
  }

  /** Where clips earn single micro-units, budgets and caps are met to the micro-unit. */
  private long dearest() {
    return switch (random.nextInt(10)) {
      case 0, 1 -> 1_000;
      case 2, 3, 4 -> 6;
      default -> LARGEST_CPM;
    };
  }

  private static CampaignStatus other(CampaignStatus status) {
    return status == CampaignStatus.ACTIVE ? CampaignStatus.PAUSED : CampaignStatus.ACTIVE;
  }

  private record Pays(long cpm, @Nullable Long cap, long least, long budget) {}

  private void changed(
      long version, Pays pays, CampaignStatus status, @Nullable CompletionReason ending) {
    changes.add(
        new CampaignChanged(
            campaign,
            version,
            "a campaign",
            status,
            amount(pays.budget),
            amount(pays.cpm),
            List.of(Platform.TIKTOK),
            pays.cap == null ? null : amount(pays.cap),
            Duration.ofHours(4),
            null,
            NOW,
            NOW,
            NOW,
            pays.least == 0 ? null : Long.valueOf(pays.least),
            null,
            ending));
  }

  Money money(long micros) {
    return Money.ofMicros(micros, currency);
  }

  private Amount amount(long micros) {
    return Amount.of(money(micros));
  }

  private void read(long number, int clips) {
    long newest = changes.stream().filter(each -> each.ending() == null).count();
    claimed = Math.max(claimed, random.nextLong(0, newest + 1));
    Long version = random.nextInt(8) == 0 ? null : Long.valueOf(Math.max(1, claimed));
    UUID id = new UUID(campaign.getMostSignificantBits(), 0xaaaa_0000L + number);
    List<Event> said = new ArrayList<>();
    Map<UUID, Seen> seen = new LinkedHashMap<>();
    int observed = 0;
    int gone = 0;
    for (int clip = 0; clip < clips; clip++) {
      Event event = read(id, clip);
      said.add(event);
      Seen what =
          switch (event) {
            case ViewsObserved found -> new Seen(found.views(), false);
            case ViewsUnavailable missing ->
                new Seen(null, missing.outcome() == ReadingOutcome.GONE);
            default -> throw new IllegalStateException("no reading");
          };
      seen.put(clip(clip), what);
      observed += what.views() == null ? 0 : 1;
      gone += what.gone() ? 1 : 0;
    }
    int missing = clips - observed;
    readings.add(said);
    facts.put(number, new Facts(id, number, version, seen));
    rounds.add(
        new RoundClosed(
            id, campaign, number, clips, observed, missing, missing - gone, NOW, NOW, version));
  }

  private Event read(UUID round, int clip) {
    SubmissionApproved of = approvals.get(clip);
    ReadingOutcome outcome =
        switch (random.nextInt(12)) {
          case 0 -> ReadingOutcome.GONE;
          case 1 -> ReadingOutcome.UNKNOWN;
          case 2 -> ReadingOutcome.IMPLAUSIBLE;
          default -> ReadingOutcome.OK;
        };
    if (outcome == ReadingOutcome.OK) {
      long now = Math.max(0, views.get(clip) + random.nextLong(-800, 4_000));
      views.set(clip, now);
      return new ViewsObserved(
          campaign,
          clip(clip),
          of.clipperId(),
          Platform.TIKTOK,
          "v",
          round,
          now,
          null,
          null,
          null,
          null,
          null,
          NOW.plusSeconds(clip),
          Source.SIMULATED);
    }
    return missing(round, of, outcome);
  }

  private ViewsUnavailable missing(UUID round, SubmissionApproved of, ReadingOutcome outcome) {
    UnavailableReason why =
        outcome == ReadingOutcome.GONE
            ? UnavailableReason.DELETED
            : UnavailableReason.PROVIDER_ERROR;
    return new ViewsUnavailable(
        campaign,
        of.submissionId(),
        of.clipperId(),
        Platform.TIKTOK,
        "v",
        round,
        outcome,
        why,
        null,
        NOW,
        Source.SIMULATED);
  }

  /** Some of it is said again later. */
  private void again() {
    if (random.nextBoolean()) {
      changes.add(changes.get(random.nextInt(changes.size())));
    }
    if (random.nextBoolean()) {
      approvals.add(approvals.get(random.nextInt(approvals.size())));
    }
    List<Event> before = readings.stream().flatMap(List::stream).toList();
    if (!before.isEmpty() && random.nextBoolean()) {
      readings.add(List.of(before.get(random.nextInt(before.size()))));
    }
    if (!rounds.isEmpty() && random.nextBoolean()) {
      rounds.add(rounds.get(random.nextInt(rounds.size())));
    }
  }
}
