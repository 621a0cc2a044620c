package io.clipmeter.local.simulator.views;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * Views that grow for ever: each video has a start and a speed, and runs a little ahead of or
 * behind it. Four clips at 2.50 USD per thousand spend 100 USD in about four ticks.
 *
 * @param seed other seeds give other speeds
 */
public record GrowthModel(long seed) implements Views {
  /** Views that a video gains in an average tick. */
  static final long SPEED_MIN = 1_200;

  static final long SPEED_MAX = 3_600;
  private static final long START_MIN = 150;
  private static final long START_MAX = 9_000;

  @Override
  public Optional<Counts> of(VideoKey video, long tick) {
    var draw = new Draw(seed + ":" + video);
    long views = views(draw, tick);
    UnaryOperator<Long> shown =
        video.platform() == Platform.TIKTOK ? RoundedCount::of : UnaryOperator.identity();
    return Optional.of(
        new Counts(
            shown.apply(views),
            shown.apply(likes(video, draw, views)),
            shown.apply(share(views, draw.number("comments", 1, 12))),
            shown.apply(share(views, draw.number("shares", 1, 9))),
            shown.apply(share(views, draw.number("saves", 1, 15)))));
  }

  @Override
  public OptionalLong lastTick() {
    return OptionalLong.empty();
  }

  @Override
  public Optional<LocalDate> day(long tick) {
    return Optional.empty();
  }

  @Override
  public String identity() {
    return "seeded-" + seed;
  }

  /** Some Instagram accounts hide them, which shows as -1. */
  private static long likes(VideoKey video, Draw draw, long views) {
    boolean hidden = video.platform() == Platform.INSTAGRAM && draw.oneIn(8, "hidesLikes");
    return hidden ? -1 : share(views, draw.number("likes", 20, 120));
  }

  /** The lead is below one tick's speed: the count grows by half to one and a half of it. */
  private static long views(Draw draw, long tick) {
    long speed = draw.number("speed", SPEED_MIN, SPEED_MAX);
    long lead = draw.number("lead" + tick, 0, speed / 2);
    return draw.number("start", START_MIN, START_MAX) + speed * tick + lead;
  }

  private static long share(long views, long perThousand) {
    return views / 1000 * perThousand + views % 1000 * perThousand / 1000;
  }
}
