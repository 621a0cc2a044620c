package io.clipmeter.tracking.chaos;

import io.clipmeter.events.Platform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is true of each video in each wave, and what was said of it. The oracle: it shares nothing
 * with the code that is tried.
 */
final class Truth {
  private final Dice dice;
  private final Map<String, Clip> byVideo = new HashMap<>();
  private final Map<String, Integer> lies = new ConcurrentHashMap<>();
  private final Set<String> toldViews = ConcurrentHashMap.newKeySet();
  private final Set<String> toldGone = ConcurrentHashMap.newKeySet();
  private volatile int wave;

  Truth(Dice dice, List<Clip> herd) {
    this.dice = dice;
    herd.forEach(clip -> byVideo.put(clip.video(), clip));
  }

  /** From now on everything is as it is in this wave. */
  void begin(int next) {
    wave = next;
  }

  int wave() {
    return wave;
  }

  Clip clip(String video) {
    Clip clip = byVideo.get(video);
    if (clip == null) {
      throw new IllegalArgumentException("nobody has " + video);
    }
    return clip;
  }

  /** Another video that is read, too, by another call; for items that nobody asked for. */
  Optional<Clip> other(List<String> asked, Platform platform) {
    return byVideo.values().stream()
        .filter(clip -> clip.platform() == platform && !asked.contains(clip.video()))
        .findFirst();
  }

  /** Views of a wave: they grow, and now and then a platform takes some back. */
  long views(String video, int in) {
    Clip clip = clip(video);
    if (clip.baseline() == 0) {
      return 0;
    }
    long growth = 1 + dice.of("growth", video).nextLong(5_000);
    boolean purged = dice.of("purge", video, in).nextInt(25) == 0;
    long grown = clip.baseline() + growth * in;
    return purged ? 1 + grown * 9 / 10 : grown;
  }

  /** Whether the platform has taken it away, for good. */
  boolean gone(String video, int in) {
    var random = dice.of("gone", video);
    return random.nextInt(30) == 0 && in >= 2 + random.nextInt(5);
  }

  /**
   * Whether this lie may be told of a video in this wave: each only in one wave of its life, where
   * nobody contradicts it.
   */
  boolean mayLie(String lie, String video) {
    Integer before = lies.putIfAbsent(lie + " " + video, wave);
    return before == null || before == wave;
  }

  void tellViews(String video) {
    toldViews.add(wave + " " + video);
  }

  void tellGone(String video) {
    toldGone.add(wave + " " + video);
  }

  boolean wasToldViews(String video, int in) {
    return toldViews.contains(in + " " + video);
  }

  /** Whether somebody said so in this wave. */
  boolean wasToldGone(String video, int in) {
    return toldGone.contains(in + " " + video);
  }

  /** Whether somebody said in an earlier wave that it is gone. */
  boolean wasToldGoneBefore(String video, int before) {
    for (int in = 1; in < before; in++) {
      if (wasToldGone(video, in)) {
        return true;
      }
    }
    return false;
  }
}
