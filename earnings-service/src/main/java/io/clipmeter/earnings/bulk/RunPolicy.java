package io.clipmeter.earnings.bulk;

import io.clipmeter.earnings.bulk.BulkStatement.Result;
import io.clipmeter.earnings.bulk.Standing.Pay;
import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.earnings.round.RoundReadings;
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

    /** The run, where there is one. */
    Run firstRun() {
      return run.orElseThrow();
    }

    /** Only so many rounds of the run. */
    Cut first(int rounds) {
      List<OpenRound> open = open();
      Run shorter = new Run(open.subList(0, rounds), firstRun().pay());
      return new Cut(Optional.of(shorter), open.subList(rounds, open.size()));
    }

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

  /**
   * The first rounds of a run that seem to leave something of the budget, guessed without the
   * clips: as if all of them had earned from their first view on, and were in every round. Only the
   * attempt decides; a wrong guess costs a second one.
   *
   * @return empty where the first round seems to end the budget already
   */
  static Optional<Cut> seeminglyWithinBudget(Cut cut) {
    Run run = cut.firstRun();
    int count = 0;
    for (OpenRound round : run.rounds()) {
      if (atMost(round.readings(), run.pay()) >= run.pay().ceilingMicros()) {
        break;
      }
      count++;
    }
    return count == 0 ? Optional.empty() : Optional.of(cut.first(count));
  }

  /** What all clips of a round have earned by then, if nothing of what was seen came before. */
  private static long atMost(RoundReadings readings, Pay pay) {
    long most = Long.MAX_VALUE / Math.max(1, pay.cpmMicros());
    long sum = 0;
    for (int place = 0; place < readings.size() && sum >= 0; place++) {
      long views = readings.views(place);
      if (views >= pay.minViews() && views > 0) {
        sum +=
            views > most
                ? pay.capMicros()
                : Math.min(pay.capMicros(), views * pay.cpmMicros() / 1_000);
      }
    }
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  private static WayPolicy.Way way(OpenRound round, Map<UUID, Standing> standing) {
    return WayPolicy.of(Objects.requireNonNull(round.closed()), of(round, standing));
  }

  private static Standing of(OpenRound round, Map<UUID, Standing> standing) {
    return Objects.requireNonNull(standing.get(round.id()));
  }
}
