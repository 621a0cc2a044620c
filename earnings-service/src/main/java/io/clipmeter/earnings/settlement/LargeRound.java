package io.clipmeter.earnings.settlement;

import io.clipmeter.earnings.round.ClipReading;
import io.clipmeter.earnings.round.ReadingsCursor;
import io.clipmeter.earnings.settlement.SettlementPolicy.Due;
import io.clipmeter.earnings.settlement.SettlementPolicy.Outcome;
import io.clipmeter.money.Shares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A round that memory does not hold at once: its clips are read twice, for the sum of their dues
 * and then for their shares, and of each only its due is kept between. Says the same as {@link
 * SettlementPolicy#decide}.
 */
final class LargeRound {
  private static final int PART = 10_000;

  private final Question question;
  private final ReadingsCursor readings;
  private final int clips;
  private final long[] dues;
  private int read;
  private boolean unreadable;

  /**
   * @param question with no clips
   */
  LargeRound(Question question, ReadingsCursor readings) {
    this.question = question;
    this.readings = readings;
    this.clips = readings.count();
    this.dues = new long[clips];
  }

  Settlement decide() {
    readings.each(this::note);
    long total = Arrays.stream(dues).sum();
    Outcome outcome = SettlementPolicy.outcome(question, total, unreadable);
    return switch (outcome) {
      case AFTER_COMPLETION -> new Settlement.AfterCompletion();
      case HELD -> new Settlement.Held();
      case IN_FULL -> paid(total, dues, false);
      case RATIONED -> {
        long remaining = question.remaining().micros();
        yield paid(remaining, Shares.proRata(dues, total, remaining), true);
      }
    };
  }

  private void note(ClipReading clip) {
    dues[read++] = due(clip).micros();
    unreadable |= clip.unreadable();
  }

  private Due due(ClipReading clip) {
    return SettlementPolicy.due(question, clip, SettlementPolicy.most(clips));
  }

  private Settlement paid(long total, long[] amounts, boolean rationed) {
    int earners = (int) Arrays.stream(amounts).filter(amount -> amount > 0).count();
    return new Settlement.PaidInParts(
        SettlementPolicy.money(question, total),
        rationed,
        clips,
        earners,
        taker -> each(amounts, rationed, taker));
  }

  private void each(long[] amounts, boolean rationed, Consumer<List<Share>> taker) {
    List<Share> part = new ArrayList<>(PART);
    read = 0;
    readings.each(
        clip -> {
          Due due = due(clip);
          long amount = amounts[read++];
          part.add(rationed ? SettlementPolicy.share(question.terms(), due, amount) : due.inFull());
          if (part.size() == PART) {
            taker.accept(List.copyOf(part));
            part.clear();
          }
        });
    taker.accept(List.copyOf(part));
  }
}
