package io.clipmeter.tracking.chaos;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that can be had again: the same seed and the same question, the same answer. */
record Dice(long seed) {

  /** A generator for one question, whatever was asked before it and by whichever thread. */
  SplittableRandom of(Object... question) {
    long hash = 0xCBF29CE484222325L ^ seed;
    for (Object part : question) {
      for (char letter : String.valueOf(part).toCharArray()) {
        hash = (hash ^ letter) * 0x100000001B3L;
      }
      hash = (hash ^ '\n') * 0x100000001B3L;
    }
    return new SplittableRandom(hash).split();
  }

  static <T> T oneOf(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }
}
