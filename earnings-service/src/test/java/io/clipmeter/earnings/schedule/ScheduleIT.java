package io.clipmeter.earnings.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.testing.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

  /** Fewer worlds may all begin with nothing known, and have no such rounds. */
  private static final int ENOUGH = 20;

  @Autowired private ApplicationContext service;
  private int worlds;
  private long since;
  private int rounds;
  private int quick;
  private int transactions;

  @BeforeEach
  void leaveKafkaOut() {
    new Core(service).kafka(false);
  }

  @AfterEach
  void letKafkaIn() {
    new Core(service).kafka(true);
  }

  @Test
  void notOneMicroUnitIsOtherThanOnPaper() {
    int schedules = Integer.getInteger("schedules.count", 1_000);
    long seed = Long.getLong("trials.seed", new SplittableRandom().nextLong());
    LOG.info("{} schedules of seed {}", schedules, seed);
    since = System.nanoTime();
    Trials.of(Math.ceilDiv(schedules, AT_ONCE)).seed(seed).check(this::world);

    LOG.info(
        "{} schedules had {} rounds, {} of them settled as they were read, in {} transactions",
        schedules,
        rounds,
        quick,
        transactions);
    assertThat(rounds).as("rounds").isGreaterThan(AT_ONCE);
    if (worlds >= ENOUGH) {
      assertThat(quick).as("settled as they were read").isGreaterThan(rounds / 100);
    }
  }

  private void world(RandomGenerator random) {
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      scripts.add(new Script(random, random.nextLong()));
    }
    World world = new World(new Core(service), random, scripts, 2);
    switch (random.nextInt(4)) {
      case 0 -> world.informed();
      case 1, 2 -> world.begun();
      default -> {}
    }
    world.run();
    rounds += world.settled();
    quick += world.quick();
    transactions += world.transactions();
    worldEnded();
  }

  /** Each thousand is said: a long run must not slow down with what it leaves behind. */
  private void worldEnded() {
    worlds++;
    if (Integer.bitCount(worlds) == 1) {
      // Plans made for few rows would be kept for many.
      jdbc.sql("ANALYZE").update();
    }
    if (worlds * AT_ONCE % 1_000 < AT_ONCE) {
      long now = System.nanoTime();
      LOG.info("{} schedules, {} ms later", worlds * AT_ONCE, (now - since) / 1_000_000);
      since = now;
    }
  }
}
