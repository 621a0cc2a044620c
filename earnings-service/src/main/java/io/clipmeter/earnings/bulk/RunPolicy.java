package io.clipmeter.earnings.bulk;

import io.clipmeter.earnings.bulk.BulkStatement.Result;
import io.clipmeter.earnings.bulk.Standing.Pay;
import io.clipmeter.earnings.round.OpenRound;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** How many of a campaign's rounds are settled together. Pure. */
final class RunPolicy {
  private RunPolicy() {}

  /**
   * What becomes of a campaign's rounds; those that are settled already are in neither.
   *
   * @param run to settle at once; empty where the first of those behind takes the plain way
   * @param behind in the order of their numbers
   */
  record Cut(Optional<Run> run, List<OpenRound> behind) {

    /** All that are not settled yet. */
    List<OpenRound> open() {
      return Stream.concat(run.stream().flatMap(first -> first.rounds().stream()), behind.stream())
          .toList();
    }
  }

  /**
   * Cuts off the first rounds that can be settled at once.
   *
   * @param rounds of one campaign, in the order of their numbers
   * @param standing of each of them
   * @param most this many at most, from 1
   */
  static Cut cut(List<OpenRound> rounds, Map<UUID, Standing> standing, int most) {
    List<OpenRound> open =
        rounds.stream().filter(r -> way(r, standing) != WayPolicy.Way.DONE).toList();
    if (open.isEmpty()) {
      return new Cut(Optional.empty(), open);
    }
    Pay pay = of(open.getFirst(), standing).pay();
    int count = 0;
    while (pay != null
        && count < Math.min(most, open.size())
        && way(open.get(count), standing) == WayPolicy.Way.BULK
        && pay.equals(of(open.get(count), standing).pay())) {
      count++;
    }
    Optional<Run> run =
        pay == null || count == 0
            ? Optional.empty()
            : Optional.of(new Run(open.subList(0, count), pay));
    return new Cut(run, open.subList(count, open.size()));
  }

  /**
   * How many of its first rounds can be settled at once, where not all can: those that are whole,
   * and leave something of the budget.
   *
   * @param results of each of its rounds
   */
  static int fitting(Run run, List<Result> results) {
    long left = run.pay().leftMicros();
    int count = 0;
    for (Result result : results.subList(0, results.size() - 1)) {
      left -= result.total();
      if (!result.whole() || left <= 0) {
        break;
      }
      count++;
    }
    return count;
  }

  private static WayPolicy.Way way(OpenRound round, Map<UUID, Standing> standing) {
    return WayPolicy.of(Objects.requireNonNull(round.closed()), of(round, standing));
  }

  private static Standing of(OpenRound round, Map<UUID, Standing> standing) {
    return Objects.requireNonNull(standing.get(round.id()));
  }
}
