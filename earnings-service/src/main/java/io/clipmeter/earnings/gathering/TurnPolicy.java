package io.clipmeter.earnings.gathering;

import io.clipmeter.earnings.round.OpenRound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;

/**
 * Which rounds are settled in the next transaction: the next one of each campaign first, and only
 * then those behind them. One statement settles the next rounds of any number of campaigns, but of
 * one campaign a single round, and with small rounds a statement costs more than their readings.
 */
final class TurnPolicy {
  /**
   * So many readings of one campaign, if its rounds are no larger, are settled in one transaction.
   * What it raises again and again the database keeps in all versions until the transaction ends,
   * and soon not beside each other.
   */
  static final int OF_ONE_CAMPAIGN = 1_000;

  private TurnPolicy() {}

  /** A campaign's rounds in their order: one that is not whole stops those behind it. */
  private static final class Chain {
    private final Iterator<OpenRound> waiting;
    private final List<OpenRound> taken = new ArrayList<>();
    private int readings;

    Chain(Iterable<OpenRound> byNumber) {
      this.waiting = byNumber.iterator();
    }

    /** Takes one more, where there is one to take. */
    boolean goesOn() {
      if (readings >= OF_ONE_CAMPAIGN || !waiting.hasNext()) {
        return false;
      }
      OpenRound next = waiting.next();
      if (next.whole()) {
        taken.add(next);
        readings += next.readings().size();
      }
      return next.whole();
    }

    int lastReadings() {
      return taken.getLast().readings().size();
    }
  }

  /** Whether the rounds that can be settled have so many readings. */
  static boolean haveWhole(Collection<NavigableMap<Long, OpenRound>> closed, long readingsWanted) {
    long readings = 0;
    for (NavigableMap<Long, OpenRound> byNumber : closed) {
      for (OpenRound round : byNumber.values()) {
        if (!round.whole()) {
          break;
        }
        readings += round.readings().size();
        if (readings >= readingsWanted) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The rounds to settle, a list for each campaign.
   *
   * @param closed the closed rounds of each campaign by their numbers; whose turn it is comes first
   * @param readingsMax no further round is taken once they have so many
   */
  static List<List<OpenRound>> next(
      Collection<NavigableMap<Long, OpenRound>> closed, int readingsMax) {
    List<Chain> chains = new ArrayList<>();
    int taken = 0;
    Iterator<NavigableMap<Long, OpenRound>> campaigns = closed.iterator();
    while (campaigns.hasNext() && taken < readingsMax) {
      Chain chain = new Chain(campaigns.next().values());
      if (chain.goesOn()) {
        chains.add(chain);
        taken += chain.lastReadings();
      }
    }
    List<Chain> deeper = chains;
    while (taken < readingsMax && !deeper.isEmpty()) {
      List<Chain> further = new ArrayList<>();
      for (Chain chain : deeper) {
        if (taken < readingsMax && chain.goesOn()) {
          further.add(chain);
          taken += chain.lastReadings();
        }
      }
      deeper = further;
    }
    return chains.stream().map(chain -> chain.taken).toList();
  }
}
