package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.terms.CampaignTerms;
import io.clipmeter.money.Money;
import io.clipmeter.money.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What a closed round is worth. Pure: the same campaign, clips and round give the same answer for
 * ever, whatever order they arrived in and whoever asks.
 */
final class SettlementPolicy {
  private SettlementPolicy() {}

  /**
   * Decides a round.
   *
   * @param clips the round's clips, sorted by clip id: that is the order of ties
   * @param heldRoundsMax how many rounds in a row may wait for unreadable clips, from 0
   */
  static Settlement decide(CampaignTerms terms, List<ClipReading> clips, int heldRoundsMax) {
    if (terms.completed()) {
      return new Settlement.AfterCompletion();
    }
    long remaining = terms.remaining().micros();
    long most = Long.MAX_VALUE / Math.max(1, clips.size());
    long[] dues = clips.stream().mapToLong(clip -> Math.min(most, due(terms, clip))).toArray();
    long total = LongStream.of(dues).sum();
    boolean exhausts = total >= remaining;
    if (exhausts && terms.heldRounds() < heldRoundsMax && anyUnreadable(clips)) {
      return new Settlement.Held();
    }
    boolean rationed = total > remaining;
    long[] amounts = rationed ? Shares.proRata(dues, total, remaining) : dues;
    return paid(terms, clips, amounts, rationed, exhausts);
  }

  private static Settlement paid(
      CampaignTerms terms,
      List<ClipReading> clips,
      long[] amounts,
      boolean rationed,
      boolean completes) {
    List<Share> shares = new ArrayList<>(clips.size());
    long total = 0;
    for (int i = 0; i < amounts.length; i++) {
      ClipReading clip = clips.get(i);
      if (clip.readable()) {
        shares.add(new Share(clip, amounts[i], rationed));
      }
      total = Math.addExact(total, amounts[i]);
    }
    String currency = terms.budget().currency().getCurrencyCode();
    return new Settlement.Paid(List.copyOf(shares), Money.ofMicros(total, currency), completes);
  }

  /**
   * What the clip has grown in worth since it was last paid; never negative, and nothing without a
   * reading.
   */
  private static long due(CampaignTerms terms, ClipReading clip) {
    if (!clip.readable()) {
      return 0;
    }
    long worth = worth(terms, clip.viewsAfter() - clip.baselineViews());
    long allowed = terms.clipCap().map(cap -> Math.min(worth, cap.micros())).orElse(worth);
    return Math.max(0, allowed - clip.accruedMicros());
  }

  /** An amount beyond 64 bits (over nine million million units) counts as the largest that fits. */
  private static long worth(CampaignTerms terms, long growth) {
    try {
      return terms.cpm().earnedFor(growth).micros();
    } catch (ArithmeticException beyond64Bits) {
      return Long.MAX_VALUE;
    }
  }

  private static boolean anyUnreadable(List<ClipReading> clips) {
    return clips.stream().anyMatch(ClipReading::unreadable);
  }
}
