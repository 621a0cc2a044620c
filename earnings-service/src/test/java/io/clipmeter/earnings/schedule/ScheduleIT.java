package io.clipmeter.earnings.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.testing.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Random schedules of everything that moves money in this service, against a model on paper. Each
 * campaign is one schedule. {@code -Dschedules.count=100000} runs so many, {@code -Dtrials.seed}
 * repeats.
 */
@TestPropertySource(properties = "clipmeter.earnings.settlement.large-from=5")
class ScheduleIT extends RunningService {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleIT.class);
  private static final int AT_ONCE = 50;

  @Autowired private ApplicationContext service;
  private int rounds;
  private int transactions;

  @Test
  void notOneMicroUnitIsOtherThanOnPaper() {
    int schedules = Integer.getInteger("schedules.count", 1_000);
    long seed = Long.getLong("trials.seed", new SplittableRandom().nextLong());
    LOG.info("{} schedules of seed {}", schedules, seed);
    Trials.of(Math.ceilDiv(schedules, AT_ONCE)).seed(seed).check(this::world);

    LOG.info("{} schedules had {} rounds in {} transactions", schedules, rounds, transactions);
    assertThat(rounds).as("rounds").isGreaterThan(AT_ONCE);
  }

  private void world(RandomGenerator random) {
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      scripts.add(new Script(random, random.nextLong()));
    }
    World world = new World(new Core(service), random, scripts, 2);
    world.run();
    rounds += world.settled();
    transactions += world.transactions();
  }
}
