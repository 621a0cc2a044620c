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
import io.clipmeter.tracking.source.usage.PartSettings;
import io.clipmeter.tracking.source.usage.RunPlaces;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Reads up to 50 videos in one call, for one unit of the quota. */
final class YouTubeViewSource implements ViewSource {
  private static final Logger LOG = LoggerFactory.getLogger(YouTubeViewSource.class);

  private final YouTubeClient youtube;
  private final YouTubeSettings settings;
  private final Clock clock;
  private final RunPlaces places;

  YouTubeViewSource(
      YouTubeClient youtube, YouTubeSettings settings, PartSettings parts, Clock clock) {
    this.youtube = youtube;
    this.settings = settings;
    this.clock = clock;
    this.places = new RunPlaces(settings.parallelMax(), parts);
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
        Chunks.of(videos, settings.idsMax()).inParallel(places, this::readChunk);
    return new Readings(name(), clock.instant().truncatedTo(ChronoUnit.MILLIS), answers);
  }

  private Map<VideoKey, Reading> readChunk(List<VideoRef> chunk) {
    try {
      return match(chunk, youtube.videos(chunk.stream().map(video -> video.key().id()).toList()));
    } catch (ProviderFault fault) {
      LOG.warn("youtube: {} videos unread: {}", chunk.size(), fault.getMessage());
      return Readings.failed(name(), clock.instant(), chunk, Reading.failed(fault)).answers();
    }
  }

  /**
   * An id that a whole answer leaves out is deleted, private or was never there. One that names
   * other videos, or one twice, is not the answer to what was asked: what it leaves out is unknown.
   */
  private static Map<VideoKey, Reading> match(List<VideoRef> asked, List<JsonNode> items) {
    Set<VideoKey> open = asked.stream().map(VideoRef::key).collect(Collectors.toSet());
    Map<VideoKey, Reading> answers = new HashMap<>();
    boolean whole = true;
    for (JsonNode item : items) {
      YouTubeVideo video = new YouTubeVideo(new Item(item));
      VideoKey key = new VideoKey(Platform.YOUTUBE, String.valueOf(video.id()));
      if (open.remove(key)) {
        answers.put(key, video.reading());
      } else {
        whole = false;
      }
    }
    Reading leftOut =
        whole
            ? new Reading.Gone(UnavailableReason.NOT_FOUND)
            : Reading.failed("items that nobody asked for");
    open.forEach(key -> answers.put(key, leftOut));
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
