package io.clipmeter.tracking.source.youtube;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.Chunks;
import io.clipmeter.tracking.source.KeyCheck;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.item.Item;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Reads up to 50 videos in one call, for one unit of the quota. */
final class YouTubeViewSource implements ViewSource {
  private static final Logger LOG = LoggerFactory.getLogger(YouTubeViewSource.class);

  private final YouTubeClient youtube;
  private final YouTubeSettings settings;
  private final Clock clock;

  YouTubeViewSource(YouTubeClient youtube, YouTubeSettings settings, Clock clock) {
    this.youtube = youtube;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Source name() {
    return Source.YOUTUBE;
  }

  @Override
  public Set<Platform> platforms() {
    return Set.of(Platform.YOUTUBE);
  }

  @Override
  public Readings read(List<VideoRef> videos) {
    Map<VideoKey, Reading> answers =
        Chunks.of(videos, settings.idsMax()).inParallel(settings.parallelMax(), this::readChunk);
    return new Readings(name(), clock.instant().truncatedTo(ChronoUnit.MILLIS), answers);
  }

  private Map<VideoKey, Reading> readChunk(List<VideoRef> chunk) {
    try {
      return match(chunk, youtube.videos(chunk.stream().map(video -> video.key().id()).toList()));
    } catch (ProviderFault fault) {
      LOG.warn("youtube: {} videos unread: {}", chunk.size(), fault.getMessage());
      return Readings.failed(name(), clock.instant(), chunk, String.valueOf(fault.getMessage()))
          .answers();
    }
  }

  /** An id that a whole answer leaves out is deleted, private or was never there. */
  private static Map<VideoKey, Reading> match(List<VideoRef> asked, List<JsonNode> items) {
    Map<VideoKey, Reading> answers = new HashMap<>();
    asked.forEach(video -> answers.put(video.key(), new Reading.Gone(UnavailableReason.NOT_FOUND)));
    for (JsonNode item : items) {
      YouTubeVideo video = new YouTubeVideo(new Item(item));
      String id = video.id();
      if (id != null) {
        answers.replace(new VideoKey(Platform.YOUTUBE, id), video.reading());
      }
    }
    return answers;
  }

  @Override
  public KeyCheck checkKey() {
    return KeyCheck.by(
        () -> {
          youtube.probe();
          return "";
        });
  }
}
