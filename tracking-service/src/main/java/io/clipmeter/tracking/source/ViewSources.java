package io.clipmeter.tracking.source;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the provider of a platform. */
@Component
public class ViewSources {
  private static final Logger LOG = LoggerFactory.getLogger(ViewSources.class);

  private final Map<Platform, ViewSource> byPlatform = new EnumMap<>(Platform.class);
  private final Clock clock;

  /**
   * Uses the first source of each platform.
   *
   * @throws IllegalArgumentException where a platform has none: its clips could never be read
   */
  public ViewSources(List<ViewSource> sources, Clock clock) {
    this.clock = clock;
    for (Platform platform : Platform.values()) {
      byPlatform.put(platform, first(sources, platform));
    }
  }

  private static ViewSource first(List<ViewSource> sources, Platform platform) {
    return sources.stream()
        .filter(source -> source.platforms().contains(platform))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no view source reads " + platform));
  }

  /** Reads videos of one platform. Whatever happens is an answer; nothing is thrown. */
  public Readings read(Platform platform, List<VideoRef> videos) {
    ViewSource source = source(platform);
    try {
      return source.read(videos);
    } catch (RuntimeException fault) {
      LOG.error("{} failed on {} videos", source.name(), videos.size(), fault);
      return Readings.failed(source.name(), clock.instant(), videos, "fault in the adapter");
    }
  }

  /** Who reads this platform. */
  public Source nameOf(Platform platform) {
    return source(platform).name();
  }

  private ViewSource source(Platform platform) {
    return java.util.Objects.requireNonNull(byPlatform.get(platform));
  }
}
