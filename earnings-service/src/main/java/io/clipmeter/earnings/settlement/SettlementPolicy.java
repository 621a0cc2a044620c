package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.round.ClipReading;
import io.clipmeter.earnings.terms.Segment;
import io.clipmeter.earnings.terms.Terms;
import io.clipmeter.money.Money;
import io.clipmeter.money.Shares;
import java.util.ArrayList;
import java.util.List;

/**
 * What a closed round is worth. Pure: the same campaign, clips and round give the same answer for
 * ever, whatever order they arrived in and whoever asks.
 */
public final class SettlementPolicy {
  private SettlementPolicy() {}

  /** A clip's due, and what it depends on. */
  record Due(ClipReading clip, Segment segment, long micros, Reason reason) {
    /** The share of a clip that gets all of it. */
    Share inFull() {
      return new Share(clip, micros, micros, reason, segment);
    }
  }

  /** What is to be done with a round of so much. */
  enum Outcome {
    AFTER_COMPLETION,
    HELD,
    IN_FULL,
    RATIONED
  }

  /** What the clips of a round get. */
  public static Settlement decide(Question asked) {
    long most = most(asked.clips().size());
    List<Due> dues = asked.clips().stream().map(clip -> due(asked, clip, most)).toList();
    long total = dues.stream().mapToLong(Due::micros).sum();
    boolean unreadable = asked.clips().stream().anyMatch(ClipReading::unreadable);
    return switch (outcome(asked, total, unreadable)) {
      case AFTER_COMPLETION -> new Settlement.AfterCompletion();
      case HELD -> new Settlement.Held();
      case IN_FULL -> paid(asked, dues, total);
      case RATIONED -> rationed(asked, dues, total);
    };
  }

  /**
   * The most that one of so many clips can be due, so that their sum is a number.
   *
   * @param clips from 0
   */
  static long most(int clips) {
    return Long.MAX_VALUE / Math.max(1, clips);
  }

  /**
   * What a round's dues come to.
   *
   * @param unreadable whether some clip could not be read
   */
  static Outcome outcome(Question asked, long total, boolean unreadable) {
    long remaining = asked.remaining().micros();
    if (asked.campaign().completed() || remaining == 0) {
      return Outcome.AFTER_COMPLETION;
    }
    if (total >= remaining && unreadable && asked.mayWait()) {
      return Outcome.HELD;
    }
    return total > remaining ? Outcome.RATIONED : Outcome.IN_FULL;
  }

  private static Settlement paid(Question asked, List<Due> dues, long total) {
    List<Share> shares = dues.stream().map(Due::inFull).toList();
    return new Settlement.Paid(shares, money(asked, total), false);
  }

  private static Settlement rationed(Question asked, List<Due> dues, long total) {
    long remaining = asked.remaining().micros();
    long[] amounts =
        Shares.proRata(dues.stream().mapToLong(Due::micros).toArray(), total, remaining);
    List<Share> shares = new ArrayList<>(amounts.length);
    for (int i = 0; i < amounts.length; i++) {
      shares.add(share(asked.terms(), dues.get(i), amounts[i]));
    }
    return new Settlement.Paid(List.copyOf(shares), money(asked, remaining), true);
  }

  /** The share of a clip that gets its part of what is left. */
  static Share share(Terms terms, Due due, long micros) {
    ClipReading clip = due.clip;
    if (!clip.readable() || due.reason == Reason.BELOW_MIN_VIEWS) {
      return due.inFull();
    }
    Segment after =
        SegmentPolicy.afterRationing(terms, clip, Math.addExact(clip.accruedMicros(), micros));
    return new Share(
        clip, due.micros, micros, due.micros > 0 ? Reason.RATIONED : due.reason, after);
  }

  /**
   * What the clip has grown in worth since it was last paid; never negative, and nothing without a
   * reading.
   */
  static Due due(Question asked, ClipReading clip, long most) {
    Terms terms = asked.terms();
    Segment segment = SegmentPolicy.by(terms, clip, asked.history());
    if (!clip.readable()) {
      return new Due(clip, segment, 0, clip.unreadable() ? Reason.UNREADABLE : Reason.GONE);
    }
    if (clip.viewsAfter() - clip.baselineViews() < terms.minViews()) {
      return new Due(clip, segment, 0, Reason.BELOW_MIN_VIEWS);
    }
    long worth = SegmentPolicy.worthMicros(terms, clip.viewsAfter(), segment);
    long unpaid = Math.max(0, worth - (clip.accruedMicros() - segment.micros()));
    long room =
        terms
            .clipCap()
            .map(cap -> Math.max(0, cap.micros() - clip.accruedMicros()))
            .orElse(Long.MAX_VALUE);
    if (unpaid > room) {
      return new Due(clip, segment, Math.min(most, room), Reason.CAPPED);
    }
    return new Due(
        clip, segment, Math.min(most, unpaid), unpaid > 0 ? Reason.PAID : Reason.NOT_GROWN);
  }

  static Money money(Question asked, long micros) {
    return Money.ofMicros(micros, asked.terms().budget().currency().getCurrencyCode());
  }
}
