package io.clipmeter.tracking.chaos;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.chaos.Fault.OfCall;
import io.clipmeter.tracking.chaos.Fault.OfItem;
import io.clipmeter.tracking.chaos.Fault.OfRun;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Which fault comes when: eight waves, each of a kind of its own, the last one without any. */
final class Script {
  static final int WAVES = 8;
  private static final int STORM = 2;
  private static final int OUTAGE = 3;
  private static final int KEY = 5;
  private static final int MONEY = 6;
  private static final int ITEMS = 7;
  private static final int LONG_AWAY = 4;

  /** The last wave of the first two days. */
  private static final int DAY_ENDS = 4;

  /** How many calls there are to one that fails in its turn. */
  private static final int IN_TURN = 3;

  private static final Map<String, Integer> GOOD_FOR =
      Map.of("apify", 150, HostileInstagram.NAME, 100, HostileAyrshare.NAME, 100);
  private static final Set<String> UNTIL_A_DATE = Set.of("apify", HostileAyrshare.NAME);
  private static final List<OfItem> ITEM_FAULTS =
      Arrays.stream(OfItem.values()).filter(fault -> fault != OfItem.NONE).toList();

  private final Dice dice;
  private final Truth truth;
  private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> told = new ConcurrentHashMap<>();

  Script(Dice dice, Truth truth) {
    this.dice = dice;
    this.truth = truth;
  }

  /**
   * What becomes of a call.
   *
   * @param provider whose server it is
   * @param call what is called, with whatever tells it from others
   */
  OfCall call(String provider, String call) {
    int wave = truth.wave();
    int nth = count(tries, provider + wave);
    int again = count(tries, call + wave);
    var random = dice.of("call", wave, call, again);
    OfCall fault =
        switch (wave) {
          case WAVES, ITEMS -> OfCall.NONE;
          case STORM -> storm(provider, nth, random);
          case OUTAGE -> random.nextInt(100) < 25 ? Dice.oneOf(Fault.OUTAGE, random) : OfCall.NONE;
          case KEY -> nth > goodFor(provider) ? OfCall.KEY : any(provider, random);
          case MONEY -> nth > goodFor(provider) ? OfCall.MONEY : any(provider, random);
          default -> any(provider, random);
        };
    note(provider, fault);
    return fault;
  }

  /** Whoever is told to stay away for long is not called again in this wave: so by count. */
  private static OfCall storm(String provider, int nth, SplittableRandom random) {
    if (nth == LONG_AWAY) {
      return UNTIL_A_DATE.contains(provider) ? OfCall.BUSY_UNTIL_A_DATE : OfCall.BUSY_FOR_AN_HOUR;
    }
    return random.nextInt(100) < 50 ? Dice.oneOf(Fault.STORM, random) : OfCall.NONE;
  }

  /** Calls of a wave until a key or the money is at its end. */
  private static int goodFor(String provider) {
    return GOOD_FOR.getOrDefault(provider, 8);
  }

  /** Each fault comes from each provider, in its turn, however the dice fall. */
  private OfCall any(String provider, SplittableRandom random) {
    int nth = count(tries, "any " + provider);
    int turn = nth / IN_TURN;
    if (nth % IN_TURN == 0 && turn <= Fault.ANY.size()) {
      return Fault.ANY.get(turn - 1);
    }
    return random.nextInt(100) < 5 ? Dice.oneOf(Fault.ANY, random) : OfCall.NONE;
  }

  /** What an answer of this provider says of a video; the same for each try in a wave. */
  OfItem item(String provider, String video) {
    int wave = truth.wave();
    if (liesForADay(provider, video)) {
      note(provider, OfItem.GONE);
      return OfItem.GONE;
    }
    var random = dice.of("item", provider, wave, video);
    int percent = wave == WAVES ? 0 : wave == ITEMS ? 45 : 12;
    OfItem fault = random.nextInt(100) < percent ? Dice.oneOf(ITEM_FAULTS, random) : OfItem.NONE;
    OfItem possible =
        switch (fault) {
          case GONE -> truth.mayLie("gone", video) ? fault : OfItem.NULL;
          case JUMP -> truth.mayLie("jump", video) ? fault : OfItem.FLOAT;
          // Of a video that nobody ever watched a 0 is no lie.
          case ZERO -> truth.clip(video).baseline() > 0 ? fault : OfItem.NONE;
          default -> fault;
        };
    note(provider, possible);
    return possible;
  }

  /**
   * Whether a provider calls a video gone that TikTok's own page shows, in wave after wave, for
   * less time than such a word alone is believed after; and never again, as nobody may have read
   * the video meanwhile.
   */
  private boolean liesForADay(String provider, String video) {
    boolean lies =
        provider.equals("apify")
            && truth.clip(video).platform() == Platform.TIKTOK
            && dice.of("lies for a day", video).nextInt(100) < 15;
    return lies && (truth.mayLie("gone", video) || truth.wave() <= DAY_ENDS);
  }

  /** What becomes of a run that asks for these videos. */
  OfRun run(List<String> videos) {
    int wave = truth.wave();
    int percent =
        dice.of("run", wave, videos.getFirst(), count(tries, "run" + wave + videos)).nextInt(100);
    OfRun fate =
        wave == WAVES || percent >= 12
            ? OfRun.SUCCEEDS
            : percent < 4
                ? OfRun.FAILS
                : percent < 8 ? OfRun.TIMES_OUT : percent < 9 ? OfRun.HANGS : OfRun.ALL_GONE;
    OfRun possible = fate == OfRun.ALL_GONE && !allMayBeCalledGone(videos) ? OfRun.FAILS : fate;
    note("apify", possible);
    return possible;
  }

  /** Whether an answer may leave out all videos, as if none was there. */
  boolean allMissing(List<String> videos) {
    int wave = truth.wave();
    return wave < WAVES
        && dice.of("burst", wave, videos.getFirst()).nextInt(100) < 6
        && allMayBeCalledGone(videos);
  }

  /** Fewer could be one account that was closed, and would be believed. */
  private boolean allMayBeCalledGone(List<String> videos) {
    return videos.size() >= 10
        && videos.stream().filter(video -> !truth.mayLie("gone", video)).findAny().isEmpty();
  }

  /** How often a provider served a fault. */
  int count(String provider, Enum<?> fault) {
    AtomicInteger times = told.get(name(provider, fault));
    return times == null ? 0 : times.get();
  }

  void note(String provider, Enum<?> fault) {
    count(told, name(provider, fault));
  }

  private static String name(String provider, Enum<?> fault) {
    return provider + " " + fault.getDeclaringClass().getSimpleName() + "." + fault.name();
  }

  private static int count(Map<String, AtomicInteger> all, String what) {
    return all.computeIfAbsent(what, key -> new AtomicInteger()).incrementAndGet();
  }

  @Override
  public String toString() {
    return new TreeMap<>(told).toString();
  }
}
