package io.clipmeter.tracking.source.apify;

import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.actor.Actor;
import io.clipmeter.tracking.source.item.Item;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds each asked video's answer among the items of a run. Items may come in any order, be about
 * videos nobody asked for, or be missing.
 */
final class Items {
  private static final Logger LOG = LoggerFactory.getLogger(Items.class);

  private Items() {}

  /**
   * What an item says.
   *
   * @param key whom it is about; null where it is about no video
   * @param error whether it is the actor's word that there was nothing to read
   */
  record Found(@Nullable VideoKey key, Reading reading, boolean error) {}

  static Map<VideoKey, Reading> match(List<VideoRef> asked, ActorRunner.Result<Found> result) {
    Set<VideoKey> open = asked.stream().map(VideoRef::key).collect(Collectors.toSet());
    Map<VideoKey, Reading> answers = new HashMap<>();
    Set<VideoKey> contradicted = new HashSet<>();
    for (Found found : result.items()) {
      VideoKey key = found.key();
      if (key != null && open.contains(key)) {
        Reading next = believed(found, result.complete());
        Reading before = answers.putIfAbsent(key, next);
        if (before != null) {
          if (contradict(before, next)) {
            contradicted.add(key);
          }
          answers.put(key, better(before, next));
        }
      }
    }
    contradicted.forEach(key -> answers.put(key, Reading.failed("items that contradict")));
    Reading none =
        result.complete()
            ? Reading.failed("no item in the answer")
            : Reading.lost("no item of a run that failed");
    open.forEach(key -> answers.putIfAbsent(key, none));
    return answers;
  }

  private static Reading believed(Found found, boolean complete) {
    return found.error() && !complete
        ? Reading.lost("error item of a run that failed")
        : found.reading();
  }

  /** Two counts of one video in one run: nobody can say which is true. */
  private static boolean contradict(Reading one, Reading other) {
    return one instanceof Reading.Ok first
        && other instanceof Reading.Ok second
        && first.counts().views() != second.counts().views();
  }

  /** Never fails: one odd item is one video unread, and not all of the run. */
  static Found found(Actor actor, Item item) {
    VideoKey key = null;
    try {
      key = key(actor, item);
      boolean error = ApifyErrors.isError(item);
      return new Found(key, error ? ApifyErrors.said(item) : actor.reading(item), error);
    } catch (RuntimeException fault) {
      LOG.error("an item of {} cannot be read", actor.id(), fault);
      return new Found(key, Reading.failed("an item that cannot be read"), false);
    }
  }

  private static @Nullable VideoKey key(Actor actor, Item item) {
    String id = actor.videoId(item);
    return id == null ? null : new VideoKey(actor.platform(), id);
  }

  /**
   * A number beats that the video is shown, that beats that it is gone, and that beats nothing; of
   * two of a kind the first counts.
   */
  private static Reading better(Reading one, Reading other) {
    return rank(other) > rank(one) ? other : one;
  }

  private static int rank(Reading reading) {
    return switch (reading) {
      case Reading.Ok ok -> 3;
      case Reading.Gone gone -> 1;
      case Reading.Unknown unknown -> unknown.shown() ? 2 : 0;
    };
  }
}
