package io.clipmeter.benchmarks.tracking;

import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Side;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The usual way: ten clips, a pause of two seconds, the next ten. A batch is one run, which is
 * kinder than a run for each clip. It reads only the first clips of a turn; nobody would wait for
 * the rest. The pause behind the last batch is not counted, which is kind as well.
 */
final class SourceSide implements Side<Work> {
  static final String NAME = "source";
  private static final int BATCH = 10;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Apify apify;
  private final int batches;
  private final StartLine line;

  SourceSide(Apify apify, int batches, StartLine line) {
    this.apify = apify;
    this.batches = batches;
    this.line = line;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Run run(Work work) throws Exception {
    int clips = Math.min(batches * BATCH, work.size().clips());
    try (ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor()) {
      Stopwatch watch = line.start();
      for (int from = 0; from < clips; from += BATCH) {
        List<String> urls = work.urls(from, Math.min(from + BATCH, clips));
        long pause = from == 0 ? 0 : PAUSE.toMillis();
        int items =
            schedule.schedule(() -> apify.runAndItems(urls), pause, TimeUnit.MILLISECONDS).get();
        if (items != urls.size()) {
          throw new IllegalStateException("not each video has an item");
        }
      }
      return watch.stop(clips);
    }
  }
}
