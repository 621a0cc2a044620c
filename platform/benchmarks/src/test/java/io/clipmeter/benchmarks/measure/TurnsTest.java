package io.clipmeter.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Usage USAGE = new Usage(Map.of("post", 8_000L, "idle", 1L), 100);

  private final List<String> done = new ArrayList<>();

  @Test
  void sidesTakeTurnsAndTheFirstDoesNotCount() throws Exception {
    Results results = take(Turns.within(2, Duration.ofHours(1)));

    assertThat(done).containsExactly("a0", "b0", "a1", "b1", "a2", "b2");
    assertThat(results.turns()).isEqualTo(2);
    Report report = results.report("x", true, "per second", List.of());
    assertThat(report.rates())
        .isEqualTo(Map.of("a", new Spread(1, 1.5, 2), "b", new Spread(2, 3, 4)));
    assertThat(report.ratios()).isEqualTo(Map.of("vs_a", new Spread(2, 2, 2)));
    assertThat(results.ratio("a", "b")).isEqualTo(new Spread(0.5, 0.5, 0.5));
    assertThat(report.replacing("vs_a", "share", new Spread(1, 1, 1)).ratios())
        .isEqualTo(Map.of("share", new Spread(1, 1, 1)));
  }

  @Test
  void whoSpentHowMuchForEachThingIsToldApart() throws Exception {
    Results results = take(Turns.within(1, Duration.ofHours(1)));

    assertThat(results.report("x", true, "per second", List.of()).figures())
        .isEqualTo(
            Map.of(
                "a_by_post_cpu_us", 8.0,
                "a_wal_bytes", 100.0,
                "b_by_post_cpu_us", 4.0,
                "b_wal_bytes", 50.0));
  }

  @Test
  void whatWasSpentIsCountedFromTheStart() {
    Usage before = new Usage(Map.of("a", 5L), 10);

    Usage spent = new Usage(Map.of("a", 7L, "b", 3L), 15).since(before);

    assertThat(spent).isEqualTo(new Usage(Map.of("a", 2L, "b", 3L), 5));
    assertThat(spent.allCpuNanos()).isEqualTo(5);
  }

  @Test
  void oneTurnCountsHoweverLateItIs() throws Exception {
    Results results = take(Turns.within(5, Duration.ZERO));

    assertThat(results.turns()).isEqualTo(1);
  }

  private Results take(Turns turns) throws Exception {
    return turns.take(
        List.of(new Scripted("a", 1), new Scripted("b", 2)), turn -> turn, progress -> {});
  }

  /** Does as many a second as the turn's number says, times its speed. */
  private final class Scripted implements Side<Integer> {
    private final String name;
    private final int speed;

    private Scripted(String name, int speed) {
      this.name = name;
      this.speed = speed;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Run run(Integer turn) {
      done.add(name + turn);
      return new Run((long) Math.max(1, turn) * speed, 1_000_000_000, USAGE);
    }
  }
}
