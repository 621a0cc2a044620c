package io.clipmeter.benchmarks.rounds;

import io.clipmeter.benchmarks.rounds.Campaign.Clip;
import io.clipmeter.benchmarks.rounds.Campaign.Round;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rounds of one turn, with what they must come to.
 *
 * @param campaigns at least one, all of one size
 */
public record Workload(List<Expected> campaigns) {
  private static final int RATIONED_EVERY = 10;
  private static final int GROWTH_MAX = 20_000;

  /** How much of it there is. */
  public record Size(int campaigns, int clips, int rounds) {}

  /**
   * Makes one; the same seed makes the same one. Every tenth campaign, the first among them, has a
   * budget that ends in its last round. Of a hundred readings two have not grown and one has
   * fallen.
   */
  public static Workload random(long seed, Size size) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Workload(
        IntStream.range(0, size.campaigns())
            .mapToObj(i -> campaign(random, size, i % RATIONED_EVERY == 0))
            .toList());
  }

  private static Expected campaign(RandomGenerator random, Size size, boolean rationed) {
    List<Clip> clips =
        Stream.generate(() -> clip(random))
            .limit(size.clips())
            .sorted(Comparator.comparing(clip -> clip.id().toString()))
            .toList();
    List<Round> rounds = new ArrayList<>();
    List<Long> views = clips.stream().map(Clip::baseline).toList();
    for (int number = 1; number <= size.rounds(); number++) {
      views = views.stream().map(before -> next(random, before)).toList();
      rounds.add(new Round(uuid(random), number, views));
    }
    long cpmMicros = random.nextLong(100_000, 5_000_000);
    Campaign free = new Campaign(uuid(random), cpmMicros, Long.MAX_VALUE, clips, rounds);
    return Expected.of(free.withBudget(budget(free, rationed)));
  }

  /** Twice of what is due, or nine tenths of what is due in the last round. */
  private static long budget(Campaign free, boolean rationed) {
    long due = Expected.of(free).spent();
    long dueBefore = Expected.of(free.beforeLastRound()).spent();
    return rationed ? dueBefore + (due - dueBefore) / 10 * 9 : 2 * due + 1;
  }

  private static long next(RandomGenerator random, long before) {
    int kind = random.nextInt(100);
    long growth = random.nextLong(1, GROWTH_MAX);
    return kind < 2 ? before : kind < 3 ? Math.max(0, before - growth) : before + growth;
  }

  private static Clip clip(RandomGenerator random) {
    // One name for all clips of a clipper: there may be a million of them.
    String clipper = ("clipper-" + random.nextInt(5_000)).intern();
    return new Clip(uuid(random), clipper, random.nextLong(50_000));
  }

  /** A random UUID of version 4, as the services make them. */
  private static UUID uuid(RandomGenerator random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** Other work that is as much, in rounds of the same size, and all in one campaign. */
  public Workload inOneCampaign() {
    int clips = campaigns.getFirst().campaign().clips().size();
    long seed = campaignIds()[0].getLeastSignificantBits();
    return random(seed, new Size(1, clips, rounds() * campaigns.size()));
  }

  /** The same with its first campaigns alone. */
  public Workload first(int count) {
    return new Workload(campaigns.subList(0, Math.min(count, campaigns.size())));
  }

  /** How many readings there are. */
  public long observations() {
    return campaigns.stream().mapToLong(each -> each.campaign().observations()).sum();
  }

  /** How many each campaign has. */
  public int rounds() {
    return campaigns.getFirst().campaign().rounds().size();
  }

  /** In the order of the campaigns. */
  public UUID[] campaignIds() {
    return campaigns.stream().map(each -> each.campaign().id()).toArray(UUID[]::new);
  }
}
