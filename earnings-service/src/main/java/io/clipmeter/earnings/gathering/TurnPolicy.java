package io.clipmeter.earnings.gathering;

import io.clipmeter.earnings.round.OpenRound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;

/**
 * Which rounds are settled in the next transaction: of each campaign in its turn as many as there
 * are, since one statement settles any number of them, and raises each of their clips once.
 */
final class TurnPolicy {
  private TurnPolicy() {}

  /** Whether the rounds that can be settled take so much of memory. */
  static boolean haveWhole(Collection<NavigableMap<Long, OpenRound>> closed, long weightWanted) {
    long weight = 0;
    for (NavigableMap<Long, OpenRound> byNumber : closed) {
      for (OpenRound round : byNumber.values()) {
        if (!round.whole()) {
          break;
        }
        weight += round.weight();
      }
      if (weight >= weightWanted) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the campaign whose turn it is fills a transaction by itself: with more of its rounds no
   * more of them would be settled together.
   */
  static boolean oneFills(Collection<NavigableMap<Long, OpenRound>> closed, int readingsMax) {
    return closed.stream()
        .limit(1)
        .anyMatch(byNumber -> readings(chain(byNumber.values(), readingsMax)) >= readingsMax);
  }

  /** All that can be settled, and wait for their turn only. */
  static List<OpenRound> whole(Collection<NavigableMap<Long, OpenRound>> closed) {
    return closed.stream()
        .flatMap(byNumber -> chain(byNumber.values(), Long.MAX_VALUE).stream())
        .toList();
  }

  /**
   * The rounds to settle, a list for each campaign.
   *
   * @param closed the closed rounds of each campaign by their numbers; whose turn it is comes first
   * @param readingsMax no further round is taken once they have so many
   */
  static List<List<OpenRound>> next(
      Collection<NavigableMap<Long, OpenRound>> closed, int readingsMax) {
    List<List<OpenRound>> chains = new ArrayList<>();
    long readings = 0;
    for (NavigableMap<Long, OpenRound> byNumber : closed) {
      if (readings >= readingsMax) {
        break;
      }
      List<OpenRound> chain = chain(byNumber.values(), readingsMax - readings);
      if (!chain.isEmpty()) {
        chains.add(chain);
        readings += readings(chain);
      }
    }
    return chains;
  }

  /**
   * A campaign's first rounds: one that is not whole stops those behind it.
   *
   * @param readingsMax no further round is taken once they have so many
   */
  private static List<OpenRound> chain(Collection<OpenRound> byNumber, long readingsMax) {
    List<OpenRound> chain = new ArrayList<>();
    long readings = 0;
    for (OpenRound round : byNumber) {
      if (!round.whole() || readings >= readingsMax) {
        break;
      }
      chain.add(round);
      readings += round.readings().size();
    }
    return chain;
  }

  private static long readings(List<OpenRound> chain) {
    return chain.stream().mapToLong(round -> round.readings().size()).sum();
  }
}
