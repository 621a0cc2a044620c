package io.clipmeter.earnings.bulk;

import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.earnings.round.Reading;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.Source;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  // As the database sorts them, so that each receipt goes behind the last of its settlement.
  private static final Comparator<At> IN_ORDER =
      Comparator.<At, UUID>comparing(
              at -> at.reading.clipId(),
              (one, other) -> {
                int high =
                    Long.compareUnsigned(
                        one.getMostSignificantBits(), other.getMostSignificantBits());
                return high != 0
                    ? high
                    : Long.compareUnsigned(
                        one.getLeastSignificantBits(), other.getLeastSignificantBits());
              })
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

  /** A reading and the line of its round, from 1. */
  private record At(Reading reading, int line) {}

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
        int of = ++line;
        round.readings().forEach(reading -> readings.add(new At(reading, of)));
      }
      readings.sort(IN_ORDER);
      all.add(run + 1, readings);
    }
    return all;
  }

  private void add(int run, List<At> sorted) {
    UUID clip = null;
    for (At at : sorted) {
      if (!at.reading.clipId().equals(clip)) {
        clip = at.reading.clipId();
        begin(run, clip);
      }
      add(at);
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
    Reading reading = at.reading;
    Long seen = reading.views();
    int clip = clipCount - 1;
    lines[count] = at.line;
    views[count] = seen == null ? -1 : seen;
    priors[count] = peaks[clip];
    gone[count] = reading.outcome() == ReadingOutcome.GONE;
    times[count] = micros(reading.observedAt());
    sources[count] = reading.source().ordinal() + 1;
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

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
