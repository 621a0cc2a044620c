package io.clipmeter.tracking.source.apify;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Chunks;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.KeyCheck;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.Sharing;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.actor.Actor;
import io.clipmeter.tracking.source.call.ProviderFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads many videos in one run of an actor, several runs at a time. */
final class ApifyViewSource implements ViewSource {
  private static final Logger LOG = LoggerFactory.getLogger(ApifyViewSource.class);

  /** A name that was right is right: it is not asked for each time that somebody looks. */
  private static final Duration THERE_FOR = Duration.ofHours(1);

  private final Map<String, Instant> there = new ConcurrentHashMap<>();
  private final Map<Platform, Actor> actors = new EnumMap<>(Platform.class);
  private final ApifyClient client;
  private final ActorRunner runner;
  private final Clock clock;
  private final Source name;
  private final Sharing sharing;
  private final ApifySettings.Actors names;

  ApifyViewSource(ApifySettings settings, ApifyClient client, ActorRunner runner, Clock clock) {
    this.client = client;
    this.runner = runner;
    this.clock = clock;
    this.name = settings.source();
    this.sharing = new Sharing(settings.runs().urlsMax(), settings.runs().parallelMax());
    this.names = settings.actors();
    actors.put(Platform.TIKTOK, Actor.tiktok(names.tiktok()));
    actors.put(Platform.YOUTUBE, Actor.youtube(names.youtube()));
    actors.put(Platform.INSTAGRAM, Actor.instagram(names.instagram()));
  }

  @Override
  public Source name() {
    return name;
  }

  @Override
  public Set<Platform> platforms() {
    return actors.keySet();
  }

  @Override
  public Set<Counts.Kind> kinds(Platform platform) {
    return Set.of(platform == Platform.INSTAGRAM ? Counts.Kind.PLAYS : Counts.Kind.VIEWS);
  }

  @Override
  public Sharing sharing() {
    return sharing;
  }

  @Override
  public Readings read(List<VideoRef> videos) {
    return read(videos, () -> {});
  }

  @Override
  public Readings read(List<VideoRef> videos, Runnable answered) {
    Chunks chunks =
        videos.stream()
            .collect(Collectors.groupingBy(video -> video.key().platform()))
            .values()
            .stream()
            .flatMap(same -> Chunks.of(same, sharing.videosMax()).all().stream())
            .collect(Collectors.collectingAndThen(Collectors.toList(), Chunks::new));
    Runnable last = new Last(chunks.all().size(), answered);
    Map<VideoKey, Reading> answers = chunks.inParallel(chunk -> readChunk(chunk, last));
    return new Readings(name(), clock.instant().truncatedTo(ChronoUnit.MILLIS), answers);
  }

  /** Runs something when it is run for the last of so many times. */
  private record Last(AtomicInteger open, Runnable then) implements Runnable {
    private Last(int times, Runnable then) {
      this(new AtomicInteger(times), then);
    }

    @Override
    public void run() {
      if (open.decrementAndGet() == 0) {
        then.run();
      }
    }
  }

  private Map<VideoKey, Reading> readChunk(List<VideoRef> chunk, Runnable answered) {
    Actor actor = Objects.requireNonNull(actors.get(chunk.getFirst().key().platform()));
    try {
      return Items.match(
          chunk,
          runner.run(
              new RunRequest(actor.id(), actor.input(chunk), chunk.size()),
              item -> Items.found(actor, item),
              answered));
    } catch (ProviderFault fault) {
      LOG.warn("apify {}: {} videos unread: {}", actor.id(), chunk.size(), fault.getMessage());
      return Readings.failed(name(), clock.instant(), chunk, Reading.failed(fault)).answers();
    }
  }

  @Override
  public KeyCheck checkKey() {
    KeyCheck key = KeyCheck.by(client::account);
    return key instanceof KeyCheck.Good(String detail) ? withActors(detail) : key;
  }

  /** A good key is of no use where the name of an actor is mistyped. */
  private KeyCheck withActors(String detail) {
    Instant now = clock.instant();
    List<String> missing = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    for (String actor : names.all()) {
      try {
        if (!isThere(actor, now)) {
          missing.add(actor);
        }
      } catch (RuntimeException fault) {
        unseen.add(actor);
      }
    }
    if (!missing.isEmpty()) {
      return new KeyCheck.Refused("there is no actor " + String.join(", ", missing));
    }
    return new KeyCheck.Good(
        unseen.isEmpty() ? detail : detail + "; not looked at: " + String.join(", ", unseen));
  }

  private boolean isThere(String actor, Instant now) {
    Instant seen = there.get(actor);
    if (seen != null && seen.plus(THERE_FOR).isAfter(now)) {
      return true;
    }
    boolean found = client.hasActor(actor);
    if (found) {
      there.put(actor, now);
    }
    return found;
  }
}
