package io.clipmeter.benchmarks.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The clips that are due in one turn: each of a video of its own.
 *
 * @param size how many of which
 * @param number of the turn; other turns have other videos
 */
record Work(Size size, int number) {
  private static final long FIRST_VIDEO = 7_500_000_000_000_000_000L;
  private static final long VIDEOS_OF_A_TURN = 1_000_000_000L;

  /**
   * How much it is.
   *
   * @param urlsMax how many videos one run takes
   */
  record Size(int campaigns, int clipsEach, int urlsMax) {
    int clips() {
      return campaigns * clipsEach;
    }

    /**
     * A start that waits for the end and a look at the items, for each of as few runs as can be.
     */
    int fewestCalls() {
      return 2 * Math.ceilDiv(clips(), urlsMax);
    }
  }

  UUID[] campaigns() {
    return IntStream.range(0, size.campaigns())
        .mapToObj(i -> UUID.nameUUIDFromBytes(("bench-" + number + "-" + i).getBytes(UTF_8)))
        .toArray(UUID[]::new);
  }

  /** The number that the first video is called by; the others follow it. */
  long firstVideo() {
    return FIRST_VIDEO + number * VIDEOS_OF_A_TURN;
  }

  /** The addresses of so many videos. */
  List<String> urls(int from, int to) {
    return LongStream.range(firstVideo() + from, firstVideo() + to).mapToObj(Work::url).toList();
  }

  static String url(long video) {
    return "https://www.tiktok.com/@someone/video/" + video;
  }
}
