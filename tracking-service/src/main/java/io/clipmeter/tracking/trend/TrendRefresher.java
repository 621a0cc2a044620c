package io.clipmeter.tracking.trend;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.discovery.Discovery;
import io.clipmeter.tracking.source.discovery.Sound;
import io.clipmeter.tracking.source.discovery.Trend;
import io.clipmeter.tracking.source.order.ViewSources;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has a newer list in the background where the last one is old, one instance at a time. */
@Component
class TrendRefresher {
  private static final Logger LOG = LoggerFactory.getLogger(TrendRefresher.class);

  private final TrendDesk desk;
  private final Discovery discovery;
  private final ViewSources sources;
  private final TrendSettings settings;
  private final TrendMeters meters;
  private final Clock clock;

  TrendRefresher(
      TrendDesk desk,
      Discovery discovery,
      ViewSources sources,
      TrendSettings settings,
      TrendMeters meters,
      Clock clock) {
    this.meters = meters;
    this.desk = desk;
    this.discovery = discovery;
    this.sources = sources;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether a list that was had then is to be replaced. */
  boolean stale(Instant at) {
    return !at.plus(settings.fresh()).isAfter(clock.instant());
  }

  /** Starts having a newer list, unless somebody does or just failed to; does not wait for it. */
  void refresh(TrendKind kind, String country) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant until = now.plus(settings.takesMax());
    if (desk.claim(kind, country, now, now.minus(settings.fresh()), until)) {
      Thread.ofVirtual()
          .name("trends-" + kind + "-" + country)
          .start(() -> replace(kind, country, until));
    }
  }

  private void replace(TrendKind kind, String country, Instant until) {
    boolean replaced = false;
    try {
      replaced =
          switch (kind) {
            case VIDEOS -> videos(country);
            case SOUNDS -> sounds(country);
          };
    } catch (RuntimeException e) {
      LOG.warn("the {} of {} stay as they were: {}", kind, country, e.toString());
    } finally {
      meters.refreshed(kind, replaced);
    }
    if (!replaced) {
      giveBack(kind, country, until);
    }
  }

  private void giveBack(TrendKind kind, String country, Instant until) {
    try {
      desk.failed(kind, country, until, clock.instant().plus(settings.retry()));
    } catch (RuntimeException e) {
      LOG.warn("the {} of {} wait until {}: {}", kind, country, until, e.toString());
    }
  }

  private boolean sounds(String country) {
    return switch (discovery.sounds(country, settings.placeMax())) {
      case Trend.Ranked<Sound> ranked -> {
        desk.sounds(country, ranked.places(), ranked.at());
        yield true;
      }
      case Trend.Unknown<Sound> unknown -> {
        LOG.warn("no sounds of {}: {}", country, unknown);
        yield false;
      }
    };
  }

  private boolean videos(String country) {
    return switch (discovery.videos(country, settings.placeMax())) {
      case Trend.Ranked<VideoRef> ranked -> videos(country, ranked);
      case Trend.Unknown<VideoRef> unknown -> {
        LOG.warn("no videos of {}: {}", country, unknown);
        yield false;
      }
    };
  }

  /** A list without one count would be worth less than the last. */
  private boolean videos(String country, Trend.Ranked<VideoRef> ranked) {
    List<VideoRef> places = ranked.places().stream().distinct().toList();
    Answers answers = sources.read(Platform.TIKTOK, places);
    if (places.stream()
        .noneMatch(video -> answers.of(video.key()).reading() instanceof Reading.Ok)) {
      LOG.warn("no counts of the videos of {}", country);
      return false;
    }
    desk.videos(country, places, answers, ranked.at());
    return true;
  }
}
