package io.clipmeter.benchmarks.rounds;

import io.clipmeter.benchmarks.rounds.Campaign.Clip;
import io.clipmeter.benchmarks.rounds.Campaign.Round;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Shares;
import java.util.Arrays;

/**
 * What a campaign's rounds are worth by the rule, computed in memory: the sums that every side has
 * to arrive at.
 */
public final class Expected {
  private static final String CURRENCY = "USD";

  private final Campaign campaign;
  private final Cpm cpm;
  private final long[] high;
  private final long[] accrued;
  private long spent;
  private int accruals;
  private boolean rationed;

  private Expected(Campaign campaign) {
    this.campaign = campaign;
    this.cpm = Cpm.ofMicros(campaign.cpmMicros(), CURRENCY);
    this.high = campaign.clips().stream().mapToLong(Clip::baseline).toArray();
    this.accrued = new long[high.length];
  }

  /** Settles all rounds of the campaign. */
  public static Expected of(Campaign campaign) {
    Expected expected = new Expected(campaign);
    campaign.rounds().forEach(expected::settle);
    return expected;
  }

  private void settle(Round round) {
    if (completed()) {
      return;
    }
    long[] dues = new long[high.length];
    for (int i = 0; i < dues.length; i++) {
      high[i] = Math.max(high[i], round.views().get(i));
      dues[i] = cpm.earnedFor(high[i] - campaign.clips().get(i).baseline()).micros() - accrued[i];
    }
    pay(dues, Arrays.stream(dues).sum());
  }

  private void pay(long[] dues, long total) {
    long remaining = campaign.budgetMicros() - spent;
    boolean tooMuch = total > remaining;
    long[] amounts = tooMuch ? Shares.proRata(dues, total, remaining) : dues;
    rationed |= tooMuch;
    for (int i = 0; i < amounts.length; i++) {
      accrued[i] += amounts[i];
      spent += amounts[i];
      accruals += amounts[i] > 0 ? 1 : 0;
    }
  }

  /** Whose sums these are. */
  public Campaign campaign() {
    return campaign;
  }

  /** Micro-units of the budget that were earned. */
  public long spent() {
    return spent;
  }

  /** What the clip of this index has earned in all. */
  public long accrued(int clip) {
    return accrued[clip];
  }

  /** How often a clip earned something in a round. */
  public int accruals() {
    return accruals;
  }

  /** Whether there was ever more due than was left. */
  public boolean rationed() {
    return rationed;
  }

  /** Whether nothing is left of the budget. */
  public boolean completed() {
    return spent == campaign.budgetMicros();
  }
}
