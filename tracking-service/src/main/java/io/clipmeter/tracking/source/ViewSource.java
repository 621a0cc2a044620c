package io.clipmeter.tracking.source;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A provider of view counts. Adding one is one class and the contract test that all pass. */
public interface ViewSource {

  /** What its readings are marked with. */
  Source name();

  /** The platforms it can read. */
  Set<Platform> platforms();

  /** What its numbers of a platform may count. */
  default Set<Counts.Kind> kinds(Platform platform) {
    return Set.of(Counts.Kind.VIEWS);
  }

  /**
   * Reads these videos, all of its platforms, and answers when each has an outcome: tries again
   * where that helps, for a bounded time. A failure is an answer ({@link Reading.Unknown}), for one
   * video or for all.
   */
  Readings read(List<VideoRef> videos);

  /**
   * As {@link #read(List)}, and says when the provider has done its part and what is left is to
   * understand its answer: the next run may begin.
   *
   * @param answered is run once at most; not at all where nothing is gained from it, or in a
   *     failure
   */
  default Readings read(List<VideoRef> videos, Runnable answered) {
    return read(videos);
  }

  /** Whether a video is there, said without its counts. */
  enum Existence {
    /** It is shown. */
    THERE,
    /** The platform itself says that there is no such video. */
    NOT_THERE,
    /** Nobody could say. */
    UNKNOWN
  }

  /** Whether it can be asked for videos that somebody else says are gone. */
  default boolean isWitness() {
    return false;
  }

  /**
   * Looks for a video that somebody else says is gone, without waiting long for its turn or trying
   * again. Who finds nothing of whatever it is asked for answers {@link Existence#UNKNOWN}.
   *
   * @param shown another video, which is there; null where none is known
   */
  default Existence exists(VideoRef video, @Nullable VideoRef shown) {
    return Existence.UNKNOWN;
  }

  /** How questions of several callers may be put together into one of {@link #read}. */
  default Sharing sharing() {
    return Sharing.NONE;
  }

  /** Asks the provider whether it serves us; takes as long as one call may take. */
  KeyCheck checkKey();
}
