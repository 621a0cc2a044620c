package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.round.ClipReading;
import io.clipmeter.earnings.terms.Campaign;
import io.clipmeter.earnings.terms.Segment;
import io.clipmeter.earnings.terms.Terms;
import io.clipmeter.earnings.terms.TermsHistory;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rounds for the policy to decide, and what it decided. */
final class Cases {
  private static final UUID CAMPAIGN = new UUID(0, 1);

  private Cases() {}

  static Question asked(Terms terms, String spent, int heldRounds, List<ClipReading> clips) {
    Campaign campaign =
        new Campaign(
            CAMPAIGN, 1, terms.budget(), Money.of(spent, "USD"), heldRounds, null, null, null);
    return new Question(campaign, terms, new TermsHistory(List.of(terms)), clips, 3);
  }

  static Terms terms(String cpm, String budget) {
    return new Terms(
        1, Cpm.of(cpm, "USD"), Optional.empty(), 0, Money.of(budget, "USD"), 0, Instant.EPOCH);
  }

  static Terms capped(Terms terms, Optional<Money> cap, long minViews) {
    return new Terms(1, terms.cpm(), cap, minViews, terms.budget(), 0, Instant.EPOCH);
  }

  /** A clip that is due so many units at a CPM of 1.00. */
  static ClipReading due(int id, long units) {
    return clip(id, 0, 0, 0, units * 1000, false);
  }

  static ClipReading missing(int id, boolean gone) {
    return clip(id, 0, 0, 0, null, gone);
  }

  static ClipReading clip(
      int id, long baseline, long high, long accrued, @Nullable Long views, boolean gone) {
    return new ClipReading(
        new UUID(0, id),
        "clipper",
        baseline,
        high,
        accrued,
        new Segment(baseline, 0, 0, null),
        new ClipReading.Read(views, gone, Instant.EPOCH, "APIFY"));
  }

  static long micros(String amount) {
    return Money.of(amount, "USD").micros();
  }

  static List<Long> amounts(Settlement settlement) {
    return paid(settlement).stream().map(Share::micros).toList();
  }

  static List<Share> paid(Settlement settlement) {
    return ((Settlement.Paid) settlement)
        .shares().stream().filter(share -> share.clip().readable()).toList();
  }

  static List<Boolean> rationed(Settlement settlement) {
    return paid(settlement).stream().map(Share::rationed).toList();
  }

  static long total(Settlement settlement) {
    return ((Settlement.Paid) settlement).total().micros();
  }
}
