package io.clipmeter.local.simulator.views;

import java.util.List;

/**
 * Makes values up: the same for the same subject and question, on every machine, for ever.
 *
 * @param subject what the values are about
 */
public record Draw(String subject) {
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  /** An integer from {@code min} to {@code max}, both included. */
  public long number(String question, long min, long max) {
    return min + Long.remainderUnsigned(bits(question), max - min + 1);
  }

  /** True for about one subject in {@code n}. */
  public boolean oneIn(long n, String question) {
    return number(question, 1, n) == 1;
  }

  public <T> T pick(String question, List<T> from) {
    return from.get((int) number(question, 0, from.size() - 1L));
  }

  /** {@code length} characters of an alphabet. */
  public String text(String question, int length, String alphabet) {
    var text = new StringBuilder(length);
    long state = bits(question);
    for (int i = 0; i < length; i++) {
      state += GOLDEN_GAMMA;
      text.append(alphabet.charAt((int) Long.remainderUnsigned(mixed(state), alphabet.length())));
    }
    return text.toString();
  }

  private long bits(String question) {
    return mixed(fold(fold(fold(FNV_BASIS, subject), "/"), question));
  }

  /** FNV-1a. */
  private static long fold(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  /** SplitMix64's finisher. */
  private static long mixed(long state) {
    long hash = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
