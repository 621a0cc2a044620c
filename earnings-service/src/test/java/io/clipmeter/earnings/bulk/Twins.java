package io.clipmeter.earnings.bulk;

import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.earnings.round.Reading;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two campaigns alike in everything but their ids, which sort alike. */
final class Twins {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");
  private final RandomGenerator random;
  private final UUID one = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final long cpm;
  private final long laterCpm;
  private final long cap;
  private final long minViews;
  private final long budget;
  private final long olderBudget;
  private final List<Long> views = new ArrayList<>();
  private final int clips;
  private long number;
  private OpenRound quick;
  private OpenRound slow;

  Twins(RandomGenerator random) {
    this.random = random;
    this.clips = random.nextInt(1, 12);
    this.cpm = random.nextInt(20) == 0 ? 9_000_000_000_000_000L : random.nextLong(1, 5_000_000);
    this.laterCpm = random.nextInt(2) == 0 ? cpm : cpm + 1;
    this.cap = random.nextInt(3) == 0 ? random.nextLong(1, 3_000_000) : 0;
    this.minViews = random.nextInt(3) == 0 ? random.nextLong(1, 3_000) : 0;
    this.budget = random.nextInt(5) == 0 ? random.nextLong(1, 5_000_000) : 1_000_000_000_000L;
    this.olderBudget = random.nextInt(3) == 0 ? random.nextLong(1, 30_000_000) : budget;
    this.quick = new OpenRound(one, one);
    this.slow = new OpenRound(other, other);
  }

  OpenRound quick() {
    return quick;
  }

  OpenRound slow() {
    return slow;
  }

  void create(JdbcClient jdbc) {
    for (int clip = 0; clip < clips; clip++) {
      views.add(random.nextLong(0, 5_000));
    }
    create(jdbc, one);
    create(jdbc, other);
  }

  private void create(JdbcClient jdbc, UUID campaign) {
    jdbc.sql("INSERT INTO lane VALUES (?)").param(campaign).update();
    jdbc.sql(
            """
            INSERT INTO campaign (id, name, status, version, currency, budget_micros)
            VALUES (?, 'twin', 'ACTIVE', 3, 'USD', ?)
            """)
        .params(campaign, budget)
        .update();
    terms(jdbc, campaign, 0, cpm, Math.min(budget, olderBudget));
    terms(jdbc, campaign, 2, laterCpm, budget);
    for (int clip = 0; clip < clips; clip++) {
      jdbc.sql(
              """
              INSERT INTO clip (id, campaign_id, clipper_id, platform, video_id, baseline_views, high_views, segment_views)
              VALUES (:id, :campaign, :clipper, 'TIKTOK', 'v', :views, :views, :views)
              """)
          .param("id", clip(campaign, clip))
          .param("campaign", campaign)
          .param("clipper", "clipper-" + clip % 3)
          .param("views", views.get(clip))
          .update();
    }
  }

  private void terms(JdbcClient jdbc, UUID campaign, long version, long price, long most) {
    jdbc.sql(
            """
            INSERT INTO terms (campaign_id, version, cpm_micros, clip_cap_micros, min_views, budget_micros, hold_days, valid_from)
            VALUES (?, ?, ?, nullif(?, 0), ?, ?, 0, now())
            """)
        .params(campaign, version, price, cap, minViews, most)
        .update();
  }

  /** One more round is read of both. */
  void next() {
    number++;
    Long version = random.nextInt(4) == 0 ? null : Long.valueOf(Math.min(3, number - 1));
    quick = new OpenRound(UUID.randomUUID(), one);
    slow = new OpenRound(UUID.randomUUID(), other);
    int unreadable = 0;
    for (int clip = 0; clip < clips; clip++) {
      if (clip > 0 && random.nextInt(8) == 0) {
        continue;
      }
      ReadingOutcome outcome = outcome();
      Long seen = outcome == ReadingOutcome.OK ? Long.valueOf(grow(clip)) : null;
      unreadable += seen == null ? 1 : 0;
      quick.add(reading(quick, clip, outcome, seen));
      slow.add(reading(slow, clip, outcome, seen));
    }
    quick.close(closed(quick, unreadable, version));
    slow.close(closed(slow, unreadable, version));
  }

  private ReadingOutcome outcome() {
    return switch (random.nextInt(12)) {
      case 0 -> ReadingOutcome.GONE;
      case 1 -> ReadingOutcome.UNKNOWN;
      case 2 -> ReadingOutcome.IMPLAUSIBLE;
      default -> ReadingOutcome.OK;
    };
  }

  private long grow(int clip) {
    long now = views.get(clip) + random.nextLong(-500, 4_000);
    views.set(clip, Math.max(0, now));
    return views.get(clip);
  }

  private Reading reading(OpenRound round, int clip, ReadingOutcome outcome, @Nullable Long seen) {
    UUID campaign = round.campaignId();
    return new Reading(
        round.id(),
        clip(campaign, clip),
        campaign,
        outcome,
        seen,
        NOW.plusNanos(clip * 1_000L),
        Source.APIFY);
  }

  private RoundClosed closed(OpenRound round, int unavailable, @Nullable Long version) {
    return new RoundClosed(
        round.id(),
        round.campaignId(),
        number,
        round.readings().size(),
        round.readings().size() - unavailable,
        unavailable,
        0,
        NOW,
        NOW,
        version);
  }

  /** The last digits are those of the clip. */
  private static UUID clip(UUID campaign, int clip) {
    return new UUID(campaign.getMostSignificantBits(), clip);
  }

  @Override
  public String toString() {
    return "%s and %s: cpm %d, cap %d, least %d, budget %d"
        .formatted(one, other, cpm, cap, minViews, budget);
  }
}
