package io.clipmeter.benchmarks.rounds;

import io.clipmeter.benchmarks.rounds.Workload.Size;
import java.util.random.RandomGenerator;

/** Small work of all kinds: budgets that end in any round, or never, or at the very last unit. */
public final class RandomWork {
  private RandomWork() {}

  public static Workload from(RandomGenerator random) {
    Size size = new Size(random.nextInt(1, 5), random.nextInt(1, 12), random.nextInt(1, 5));
    Workload work = Workload.random(random.nextLong(), size);
    return new Workload(
        work.campaigns().stream()
            .map(expected -> Expected.of(expected.campaign().withBudget(budget(random, expected))))
            .toList());
  }

  private static long budget(RandomGenerator random, Expected expected) {
    long due = Expected.of(expected.campaign().withBudget(Long.MAX_VALUE)).spent();
    return switch (random.nextInt(4)) {
      case 0 -> Math.max(1, due);
      case 1 -> due + 1;
      default -> random.nextLong(1, due + 2);
    };
  }
}
