package io.clipmeter.tracking.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.tracking.chaos.Outcomes.Outcome;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Holds what the service wrote down against the truth. */
final class Judge {
  private static final int SHOWN = 10;

  private final Truth truth;
  private final long seed;
  private long readings;
  private long good;

  Judge(Truth truth, long seed) {
    this.truth = truth;
    this.seed = seed;
  }

  /** Every clip has one outcome, and none of them is false. */
  void holds(int wave, List<UUID> tracked, List<Outcome> found) {
    assertThat(found)
        .as("one outcome for each clip, seed %d, wave %d", seed, wave)
        .extracting(Outcome::clip)
        .containsExactlyInAnyOrderElementsOf(tracked);
    List<String> untrue =
        found.stream().flatMap(outcome -> objections(wave, outcome)).limit(SHOWN).toList();
    assertThat(untrue).as("seed %d, wave %d", seed, wave).isEmpty();
    readings += found.size();
    good += found.stream().filter(o -> o.outcome() == ReadingOutcome.OK).count();
  }

  private Stream<String> objections(int wave, Outcome found) {
    ReadingOutcome outcome = found.outcome();
    if (outcome == null || outcome != found.observed()) {
      return Stream.of("no outcome, or not the history's: " + found);
    }
    Long since = found.goneSaidIn();
    if (since != null && !truth.wasToldGone(found.video(), since.intValue())) {
      return Stream.of("nobody said that it is gone: " + found);
    }
    return switch (outcome) {
      case OK -> falseViews(wave, found);
      case GONE -> falseEnd(wave, found);
      case UNKNOWN, IMPLAUSIBLE -> lostLast(wave, found);
    };
  }

  private Stream<String> falseViews(int wave, Outcome found) {
    long views = truth.views(found.video(), wave);
    boolean right =
        Objects.equals(found.views(), views)
            && Objects.equals(found.lastViews(), views)
            && !truth.gone(found.video(), wave)
            && truth.wasToldViews(found.video(), wave);
    return right ? Stream.empty() : Stream.of("not " + views + ", or never said: " + found);
  }

  private Stream<String> falseEnd(int wave, Outcome found) {
    boolean right = truth.gone(found.video(), wave) && truth.wasToldGoneBefore(found.video(), wave);
    return right ? Stream.empty() : Stream.of("is there, or was said to be gone once: " + found);
  }

  /** After the chaos everything is read again that is there. */
  private Stream<String> lostLast(int wave, Outcome found) {
    return wave < Script.WAVES || truth.gone(found.video(), wave)
        ? Stream.empty()
        : Stream.of("unread though all is well: " + found);
  }

  long readings() {
    return readings;
  }

  /** Whatever became of it on the way, each clip that is there has its true count in the end. */
  void endsTrue(List<Clip> herd, Map<UUID, Long> last) {
    List<Clip> there =
        herd.stream().filter(clip -> !truth.gone(clip.video(), Script.WAVES)).toList();
    assertThat(there)
        .as("clips without their true count at the end, seed %d", seed)
        .allMatch(
            clip -> Objects.equals(last.get(clip.id()), truth.views(clip.video(), Script.WAVES)));
  }

  /**
   * A proof of nothing would pass, too. Which provider is asked, and how often, follows from who
   * fails when, and that from the order of threads: so a fault is wanted of any of those that have
   * it.
   */
  void wasTried(Script script, long least, Map<String, Set<? extends Enum<?>>> faults) {
    assertThat(readings).as("readings").isGreaterThanOrEqualTo(least);
    assertThat(good).as("of them good ones").isGreaterThan(readings / 3);
    Set<Enum<?>> never = new HashSet<>();
    faults.values().forEach(never::addAll);
    faults.forEach((provider, all) -> never.removeIf(fault -> script.count(provider, fault) > 0));
    assertThat(never).as("faults that never came, seed %d", seed).isEmpty();
  }

  static Map<ReadingOutcome, Integer> sums(List<Outcome> found) {
    Map<ReadingOutcome, Integer> sums = new EnumMap<>(ReadingOutcome.class);
    for (Outcome outcome : found) {
      if (outcome.outcome() != null) {
        sums.merge(outcome.outcome(), 1, Integer::sum);
      }
    }
    return sums;
  }
}
