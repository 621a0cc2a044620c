package io.clipmeter.submission.campaign;

import io.clipmeter.events.Platform;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign pays for, and how much. Amounts are millionths of the one currency.
 *
 * @param cpmMicros for 1,000 views
 * @param clipCapMicros the most that one clip may earn; null for no limit
 * @param trackingIntervalSeconds how often its clips are to be read
 * @param endsAt when it ends by itself; null where only the budget ends it
 * @param minViews views above its baseline that a clip needs before it earns, then for all of them;
 *     null for none
 * @param holdDays days that what was earned waits before it can be paid out
 * @param sharedVideos whether a video may be submitted that another campaign has
 * @param sponsoredVideos what is done with videos that their platform calls advertisements
 */
public record CampaignTerms(
    String name,
    String currency,
    long budgetMicros,
    long cpmMicros,
    List<Platform> platforms,
    @Nullable Long clipCapMicros,
    long trackingIntervalSeconds,
    @Nullable Instant endsAt,
    @Nullable Long minViews,
    int holdDays,
    boolean sharedVideos,
    SponsoredVideos sponsoredVideos) {

  /** What a campaign does with videos that are advertisements, or paid for. */
  public enum SponsoredVideos {
    /** They count like any other: nobody says how many of their views were bought. */
    ALLOWED,
    /** They do not become clips; one that turns out to be one later is an admin's to decide on. */
    REFUSED
  }

  public CampaignTerms {
    platforms = List.copyOf(platforms);
  }

  /** All that may be spent. */
  public Money budget() {
    return Money.ofMicros(budgetMicros, currency);
  }

  /** The price of 1,000 views. */
  public Cpm cpm() {
    return Cpm.ofMicros(cpmMicros, currency);
  }

  /** The most that one clip may earn. */
  public Optional<Money> clipCap() {
    return Optional.ofNullable(clipCapMicros).map(cap -> Money.ofMicros(cap, currency));
  }

  /** How often its clips are to be read. */
  public Duration trackingInterval() {
    return Duration.ofSeconds(trackingIntervalSeconds);
  }

  /** Whether its time is up. */
  public boolean isOverAt(Instant now) {
    return endsAt != null && !endsAt.isAfter(now);
  }

  /** The same for another budget. */
  CampaignTerms withBudget(Money budget) {
    return new CampaignTerms(
        name,
        currency,
        budget.micros(),
        cpmMicros,
        platforms,
        clipCapMicros,
        trackingIntervalSeconds,
        endsAt,
        minViews,
        holdDays,
        sharedVideos,
        sponsoredVideos);
  }

  /** The same with something else done with advertisements. */
  CampaignTerms withSponsoredVideos(SponsoredVideos agreed) {
    return new CampaignTerms(
        name,
        currency,
        budgetMicros,
        cpmMicros,
        platforms,
        clipCapMicros,
        trackingIntervalSeconds,
        endsAt,
        minViews,
        holdDays,
        sharedVideos,
        agreed);
  }

  /** Whether these take no advertisements where the others did. */
  boolean beginToRefuse(CampaignTerms before) {
    return sponsoredVideos == SponsoredVideos.REFUSED && before.sponsoredVideos != sponsoredVideos;
  }

  Currency currencyUnit() {
    return Currency.getInstance(currency);
  }
}
