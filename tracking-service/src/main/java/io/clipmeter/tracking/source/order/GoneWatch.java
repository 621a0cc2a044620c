package io.clipmeter.tracking.source.order;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What each provider last said of each video of a platform, over all questions: an outage that
 * calls everything gone is seen however few videos each campaign has.
 */
interface GoneWatch {
  /** Long enough for campaigns that are read every few hours. */
  Duration LATELY = Duration.ofHours(6);

  /**
   * How a provider answered lately.
   *
   * @param shown videos that it gave numbers of; not counted further than to as many as are gone
   * @param gone videos that it called gone
   * @param shownAt when it showed the newest of those that are counted, or earlier than that; null
   *     where it showed none
   */
  record Lately(int shown, int gone, @Nullable Instant shownAt) {
    /** Nothing is gone. */
    static final Lately NOTHING_GONE = new Lately(0, 0, null);
  }

  /**
   * Notes what was said, and sums up where something was said to be gone; {@link
   * Lately#NOTHING_GONE} otherwise.
   */
  Lately note(Platform platform, Collection<VideoRef> asked, Readings readings, Instant now);
}
