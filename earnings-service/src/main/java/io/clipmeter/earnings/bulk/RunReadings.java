package io.clipmeter.earnings.bulk;

import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.earnings.round.RoundReadings;
import io.clipmeter.events.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was read in runs of rounds, in columns: the readings of each clip beside each other in the
 * order of their rounds, and with each the highest before it in the run. -1 stands for none.
 */
final class RunReadings {
  // As the database sorts them, so that clips are raised in the order of their index.
  private static final Comparator<At> IN_ORDER =
      ((Comparator<At>) (one, other) -> Long.compareUnsigned(one.high(), other.high()))
          .thenComparing((one, other) -> Long.compareUnsigned(one.low(), other.low()))
          .thenComparingInt(At::line);
  private static final String[] NAMES =
      Stream.of(Source.values()).map(Source::name).toArray(String[]::new);

  private final int[] lines;
  private final long[] views;
  private final long[] priors;
  private final boolean[] gone;
  private final long[] times;
  private final int[] sources;
  private int count;

  private final int[] clipRuns;
  private final UUID[] clips;
  private final long[] peaks;
  private final int[] firsts;
  private final int[] lasts;
  private int clipCount;

  /**
   * The place of a reading in its round, the round's line, from 1, and the halves of the clip's id.
   */
  private record At(RoundReadings round, int place, int line, long high, long low) {}

  private RunReadings(int readings) {
    lines = new int[readings];
    views = new long[readings];
    priors = new long[readings];
    gone = new boolean[readings];
    times = new long[readings];
    sources = new int[readings];
    clipRuns = new int[readings];
    clips = new UUID[readings];
    peaks = new long[readings];
    firsts = new int[readings];
    lasts = new int[readings];
  }

  /** All readings of these runs, whose rounds have lines from 1 on. */
  static RunReadings of(List<Run> runs) {
    RunReadings all =
        new RunReadings(
            runs.stream()
                .flatMap(run -> run.rounds().stream())
                .mapToInt(round -> round.readings().size())
                .sum());
    int line = 0;
    for (int run = 0; run < runs.size(); run++) {
      List<At> readings = new ArrayList<>();
      for (OpenRound round : runs.get(run).rounds()) {
        addAll(round.readings(), ++line, readings);
      }
      readings.sort(IN_ORDER);
      all.add(run + 1, readings);
    }
    return all;
  }

  private static void addAll(RoundReadings round, int line, List<At> to) {
    for (int place = 0; place < round.size(); place++) {
      to.add(new At(round, place, line, round.high(place), round.low(place)));
    }
  }

  private void add(int run, List<At> sorted) {
    At last = null;
    for (At at : sorted) {
      if (last == null || at.high != last.high || at.low != last.low) {
        begin(run, at.round.clip(at.place));
      }
      add(at);
      last = at;
    }
  }

  private void begin(int run, UUID clip) {
    clipRuns[clipCount] = run;
    clips[clipCount] = clip;
    peaks[clipCount] = -1;
    firsts[clipCount] = count + 1;
    clipCount++;
  }

  private void add(At at) {
    RoundReadings round = at.round;
    int clip = clipCount - 1;
    lines[count] = at.line;
    views[count] = round.views(at.place);
    priors[count] = peaks[clip];
    gone[count] = round.gone(at.place);
    times[count] = round.time(at.place);
    sources[count] = round.source(at.place).ordinal() + 1;
    peaks[clip] = Math.max(peaks[clip], views[count]);
    count++;
    lasts[clip] = count;
  }

  JdbcClient.StatementSpec into(JdbcClient.StatementSpec statement) {
    return statement
        .param("clipRuns", Arrays.copyOf(clipRuns, clipCount))
        .param("readClips", Arrays.copyOf(clips, clipCount))
        .param("peaks", Arrays.copyOf(peaks, clipCount))
        .param("firsts", Arrays.copyOf(firsts, clipCount))
        .param("lasts", Arrays.copyOf(lasts, clipCount))
        .param("places", lines)
        .param("views", views)
        .param("priors", priors)
        .param("gone", gone)
        .param("times", times)
        .param("sources", sources)
        .param("names", NAMES);
  }
}
