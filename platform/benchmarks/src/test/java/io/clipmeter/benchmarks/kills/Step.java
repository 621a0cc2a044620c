package io.clipmeter.benchmarks.kills;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One kill.
 *
 * @param victim whose process is killed
 * @param instance which of them, where there are several
 * @param moment what is seen to have happened just before
 * @param part how much of the load before the kill is sent by then, more than 0 and at most 1
 * @param stopped whose instance is stopped orderly and started again afterwards; null for nobody's
 */
record Step(Victim victim, int instance, Moment moment, double part, @Nullable Victim stopped) {
  private static final int STOPPED_EVERY = 3;

  /** With the first of two rounds of each campaign, so that some are settled and some half read. */
  private static final double PART_WITH_A_ROUND = 0.6;

  /** Who can be killed. */
  enum Victim {
    EARNINGS,
    PAYOUT,
    BROKER;

    /** After these it has something to do. */
    private List<Moment> moments() {
      return switch (this) {
        case EARNINGS -> List.of(Moment.SENT, Moment.SETTLED);
        case PAYOUT -> List.of(Moment.SETTLED, Moment.POSTED);
        case BROKER -> List.of(Moment.values());
      };
    }
  }

  /** What happened last before a kill. */
  enum Moment {
    /** The broker has acknowledged a part of the readings. */
    SENT,
    /** A round of these readings is settled, and perhaps not told. */
    SETTLED,
    /** Something that these readings earned is posted to a clipper. */
    POSTED
  }

  /** So many, of all victims alike and in any order; every third is followed by a stop. */
  static List<Step> deal(Random random, int count, int instances) {
    List<Step> steps = new ArrayList<>();
    List<Victim> deck = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (deck.isEmpty()) {
        deck.addAll(Arrays.asList(Victim.values()));
        Collections.shuffle(deck, random);
      }
      Victim victim = deck.removeLast();
      List<Moment> moments = victim.moments();
      Moment moment = moments.get(random.nextInt(moments.size()));
      double least = moment == Moment.SENT ? 0.25 : PART_WITH_A_ROUND;
      double part = least + (1 - least) * random.nextDouble();
      Victim service = random.nextBoolean() ? Victim.EARNINGS : Victim.PAYOUT;
      Victim stopped = i % STOPPED_EVERY == STOPPED_EVERY - 1 ? service : null;
      steps.add(new Step(victim, random.nextInt(instances), moment, part, stopped));
    }
    return steps;
  }
}
