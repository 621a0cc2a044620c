package io.clipmeter.earnings.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.testing.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * The same campaigns several times over: their readings come in another order, in other portions,
 * to another number of consumers that die at other moments. Every receipt must be the same.
 */
@TestPropertySource(properties = "clipmeter.earnings.settlement.large-from=5")
class PermutationIT extends RunningService {
  private static final int CAMPAIGNS = 10;
  private static final int WAYS = 3;

  @Autowired private ApplicationContext service;

  @Test
  void anyOrderAndAnyPortionsGiveTheSameShares() {
    Trials.of(4).check(this::trial);
  }

  private void trial(RandomGenerator random) {
    long seed = random.nextLong();
    List<List<String>> first = accruals(seed, random, 1);
    for (int way = 2; way <= WAYS; way++) {
      assertThat(accruals(seed, random, way)).isEqualTo(first);
    }
    assertThat(first).as("something was earned").anyMatch(receipts -> !receipts.isEmpty());
  }

  private List<List<String>> accruals(long seed, RandomGenerator random, int consumers) {
    RandomGenerator same = new SplittableRandom(seed);
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < CAMPAIGNS; i++) {
      scripts.add(new Script(same, random.nextLong()));
    }
    World world = new World(new Core(service), random, scripts, consumers).informed();
    world.run();
    return scripts.stream().map(script -> withoutIds(script, world.receipts(script))).toList();
  }

  /** A clip's id begins with its campaign's, and ends with its own number. */
  private static List<String> withoutIds(Script script, List<String> receipts) {
    String campaign = script.campaign.toString().substring(0, 19);
    return receipts.stream().map(receipt -> receipt.replace(campaign, "")).toList();
  }
}
