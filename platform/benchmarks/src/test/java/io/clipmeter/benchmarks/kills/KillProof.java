package io.clipmeter.benchmarks.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.clipmeter.benchmarks.kills.Counts.Begun;
import io.clipmeter.benchmarks.rounds.Story;
import io.clipmeter.benchmarks.service.EventWriter;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code kill -9} of services and broker while they are at work. {@code -Dkills.count=50
 * -Dkills.updates=200000} makes a large run of it, and {@code -Dkills.seed} one of the same work
 * and the same kills.
 */
class KillProof {
  private static final Logger LOG = LoggerFactory.getLogger(KillProof.class);

  @Test
  void killsChangeNoSumAndNoEvent() {
    int kills = Integer.getInteger("kills.count", 4);
    // So that a run that hangs names itself before the build is ended from outside.
    assertTimeoutPreemptively(Duration.ofMinutes(10 + 3L * kills), () -> play(kills));
  }

  private static void play(int kills) throws Exception {
    int updates = Integer.getInteger("kills.updates", 2_000);
    long seed = Long.getLong("kills.seed", new SplittableRandom().nextLong());
    LOG.info("-Dkills.count={} -Dkills.updates={} -Dkills.seed={}", kills, updates, seed);
    Random random = new Random(seed);
    Model model = Model.random(seed, updates, KillRun.rounds(kills));
    List<Step> steps = Step.deal(random, kills, Suite.INSTANCES);

    try (Suite suite = Suite.start();
        EventWriter events = new EventWriter(suite.servers(), Story.NOW.toString())) {
      KillRun run = new KillRun(suite, model, steps, random, events);
      run.play();

      new Proof(model).prove(suite.earningsData(), suite.counts());
      Told told = new Told(model);
      told.read(suite.servers());
      told.prove();
      assertThat(suite.brokers().deadLetters()).as("dead letters").isZero();
      report(model, steps, run, told);
    }
  }

  private static void report(Model model, List<Step> steps, KillRun run, Told told) {
    LOG.info(
        "{} readings, {} records sent; {} kills and {} orderly stops; under way at the kill:"
            + " unsettled rounds {} times, unsent events {} times, unposted accruals {} times,"
            + " any of them {} times; {} accruals, {} events repeated under their id",
        model.work().observations(),
        run.sent(),
        steps.size(),
        steps.stream().filter(step -> step.stopped() != null).count(),
        times(run, Begun::rounds),
        times(run, Begun::unsent),
        times(run, Begun::unposted),
        times(run, begun -> begun.rounds() + begun.unsent() + begun.unposted()),
        model.accruals().size(),
        told.repeated());
  }

  private static long times(KillRun run, ToLongFunction<Begun> what) {
    return run.hits().stream().filter(begun -> what.applyAsLong(begun) > 0).count();
  }
}
