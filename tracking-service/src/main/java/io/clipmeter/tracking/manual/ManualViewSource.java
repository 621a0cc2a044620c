package io.clipmeter.tracking.manual;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.KeyCheck;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What admins have entered, as a provider among the others: the last to be asked. */
@Component
class ManualViewSource implements ViewSource {
  private final ManualReadings readings;
  private final ManualSettings settings;
  private final Clock clock;

  ManualViewSource(ManualReadings readings, ManualSettings settings, Clock clock) {
    this.readings = readings;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Source name() {
    return Source.MANUAL;
  }

  @Override
  public Set<Platform> platforms() {
    return Set.of(Platform.values());
  }

  /** An admin types what the platform is counted in. */
  @Override
  public Set<Counts.Kind> kinds(Platform platform) {
    return Set.of(Counts.Kind.values());
  }

  @Override
  public Readings read(List<VideoRef> videos) {
    Instant now = clock.instant();
    Map<VideoKey, Reading> answers = new HashMap<>();
    Map<VideoKey, Instant> ats = new HashMap<>();
    for (ManualReading entry : readings.newest(videos, now.minus(settings.validFor()))) {
      VideoKey video = new VideoKey(entry.platform(), entry.videoId());
      answers.put(video, new Reading.Ok(counts(entry), VideoFacts.NONE, entry.countKind()));
      ats.put(video, entry.measuredAt());
    }
    return new Readings(name(), now, answers, ats);
  }

  private static Counts counts(ManualReading entry) {
    return new Counts(
        entry.views(), entry.likes(), entry.comments(), entry.shares(), entry.saves());
  }

  @Override
  public KeyCheck checkKey() {
    return new KeyCheck.Good("");
  }
}
