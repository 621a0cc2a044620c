package io.clipmeter.submission.campaign;

import io.clipmeter.money.Money;
import io.clipmeter.submission.campaign.CampaignForm.AmountForm;
import io.clipmeter.submission.campaign.CampaignTerms.SponsoredVideos;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which terms are acceptable. The limits leave room for arithmetic: at the highest price 18
 * thousand million views can be counted before a sum no longer fits.
 */
final class TermsPolicy {
  static final long LEAST_BUDGET_UNITS = 1;
  static final long MOST_BUDGET_UNITS = 10_000_000_000L;
  static final long MOST_CPM_UNITS = 500_000;
  static final Duration USUAL_INTERVAL = Duration.ofHours(4);
  static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(30);
  static final Duration LONGEST_INTERVAL = Duration.ofHours(24);
  static final Duration LONGEST_LIFE = Duration.ofDays(5 * 365);
  private static final long MICROS = 1_000_000;

  private TermsPolicy() {}

  /** What became of a form. */
  sealed interface Reading {
    /** Acceptable. */
    record Terms(CampaignTerms terms) implements Reading {}

    /** Not acceptable, and all the reasons for it. */
    record Flaws(List<Flaw> flaws) implements Reading {}
  }

  /** What is wrong with which field. */
  record Flaw(String field, String message) {}

  static Reading read(CampaignForm form, Instant now) {
    List<Flaw> flaws = new ArrayList<>();
    Optional<Money> budget = money("budget", form.budget(), flaws);
    Optional<Money> cpm =
        budget.flatMap(
            known -> money("cpm", form.cpm(), known.currency().getCurrencyCode(), flaws));
    Optional<Money> cap =
        Optional.ofNullable(form.clipCap()).flatMap(c -> money("clipCap", c, flaws));
    budget.ifPresent(money -> checkBudget("budget", money, flaws));
    budget.ifPresent(all -> cpm.ifPresent(price -> checkCpm(price, all, flaws)));
    budget.ifPresent(all -> cap.ifPresent(most -> checkCap(most, all, flaws)));
    if (Set.copyOf(form.platforms()).size() < form.platforms().size()) {
      flaws.add(new Flaw("platforms", "must not name one twice"));
    }
    Duration interval = interval(form.trackingInterval(), flaws);
    Instant endsAt = future("endsAt", form.endsAt(), now, flaws);
    if (!flaws.isEmpty() || budget.isEmpty() || cpm.isEmpty()) {
      return new Reading.Flaws(List.copyOf(flaws));
    }
    return new Reading.Terms(
        new CampaignTerms(
            form.name().strip(),
            budget.get().currency().getCurrencyCode(),
            budget.get().micros(),
            cpm.get().micros(),
            form.platforms(),
            cap.map(Money::micros).orElse(null),
            interval.toSeconds(),
            endsAt,
            form.minViews(),
            form.holdDays() == null ? 0 : form.holdDays(),
            Boolean.TRUE.equals(form.sharedVideos()),
            form.sponsoredVideos() == null ? SponsoredVideos.ALLOWED : form.sponsoredVideos()));
  }

  /**
   * The terms that take the place of others. All that a form leaves out has its default, but for
   * advertisements: who wrote the form before there was that term does not mean to allow them.
   *
   * @param read what was read of the form
   */
  static CampaignTerms replacing(CampaignTerms before, CampaignForm form, CampaignTerms read) {
    return form.sponsoredVideos() == null
        ? read.withSponsoredVideos(before.sponsoredVideos())
        : read;
  }

  /** What became of the wish to publish. */
  sealed interface Opening {
    /** At once. */
    record Now() implements Opening {}

    /** By itself, later. */
    record At(Instant start) implements Opening {}

    /** Not acceptable, and why. */
    record Flaws(List<Flaw> flaws) implements Opening {}
  }

  static Opening opening(CampaignForm.@Nullable Publication form, Instant now) {
    List<Flaw> flaws = new ArrayList<>();
    Instant start = form == null ? null : future("startsAt", form.startsAt(), now, flaws);
    if (!flaws.isEmpty()) {
      return new Opening.Flaws(List.copyOf(flaws));
    }
    return start == null ? new Opening.Now() : new Opening.At(start);
  }

  /** What became of a request for more money. */
  sealed interface More {
    /** Acceptable. */
    record Of(Money amount) implements More {}

    /** Not acceptable, and why. */
    record Flaws(List<Flaw> flaws) implements More {}
  }

  static More topUp(CampaignForm.TopUp form) {
    List<Flaw> flaws = new ArrayList<>();
    Optional<Money> amount = money("amount", form.amount(), flaws);
    amount.ifPresent(money -> checkBudget("amount", money, flaws));
    return amount.isPresent() && flaws.isEmpty()
        ? new More.Of(amount.get())
        : new More.Flaws(List.copyOf(flaws));
  }

  private static Optional<Money> money(String field, AmountForm form, List<Flaw> flaws) {
    return money(field, form.amount(), form.currency(), flaws);
  }

  private static Optional<Money> money(
      String field, String amount, String currency, List<Flaw> flaws) {
    try {
      return Optional.of(Money.of(amount, currency));
    } catch (IllegalArgumentException e) {
      flaws.add(new Flaw(field, "must be an amount that fits, of a known currency"));
      return Optional.empty();
    }
  }

  private static void checkBudget(String field, Money budget, List<Flaw> flaws) {
    if (budget.micros() < LEAST_BUDGET_UNITS * MICROS
        || budget.micros() > MOST_BUDGET_UNITS * MICROS) {
      flaws.add(new Flaw(field, "must be " + LEAST_BUDGET_UNITS + " to " + MOST_BUDGET_UNITS));
    }
  }

  private static void checkCpm(Money cpm, Money budget, List<Flaw> flaws) {
    if (!cpm.isPositive() || cpm.micros() > MOST_CPM_UNITS * MICROS) {
      flaws.add(new Flaw("cpm", "must be more than 0, and " + MOST_CPM_UNITS + " at most"));
    } else if (cpm.compareTo(budget) > 0) {
      flaws.add(new Flaw("cpm", "must not be more than the budget"));
    }
  }

  private static void checkCap(Money cap, Money budget, List<Flaw> flaws) {
    if (!cap.currency().equals(budget.currency())) {
      flaws.add(new Flaw("clipCap", "must be in the budget's currency"));
    } else if (!cap.isPositive() || cap.compareTo(budget) > 0) {
      flaws.add(new Flaw("clipCap", "must be more than 0, and not more than the budget"));
    }
  }

  private static Duration interval(@Nullable String text, List<Flaw> flaws) {
    if (text == null) {
      return USUAL_INTERVAL;
    }
    try {
      Duration interval = Duration.parse(text);
      boolean inRange =
          interval.compareTo(SHORTEST_INTERVAL) >= 0 && interval.compareTo(LONGEST_INTERVAL) <= 0;
      if (inRange && interval.equals(interval.truncatedTo(ChronoUnit.SECONDS))) {
        return interval;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // Said below, with the same words.
    }
    flaws.add(
        new Flaw(
            "trackingInterval",
            "must be whole seconds from " + SHORTEST_INTERVAL + " to " + LONGEST_INTERVAL));
    return USUAL_INTERVAL;
  }

  private static @Nullable Instant future(
      String field, @Nullable String text, Instant now, List<Flaw> flaws) {
    if (text == null) {
      return null;
    }
    try {
      Instant time = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
      if (time.isAfter(now) && time.isBefore(now.plus(LONGEST_LIFE))) {
        return time;
      }
    } catch (DateTimeException e) {
      // Said below, with the same words.
    }
    flaws.add(new Flaw(field, "must be a UTC time in the next five years"));
    return null;
  }
}
