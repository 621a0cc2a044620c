package io.clipmeter.tracking.source;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.call.ProviderFault;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A provider that says what a test told it to. Passes the contract that real ones pass. */
public final class FakeViewSource implements ViewSource {
  private final Map<VideoKey, Reading> world = new ConcurrentHashMap<>();
  private final List<List<VideoRef>> asked = new CopyOnWriteArrayList<>();
  private final Clock clock;
  private final Source name;
  private volatile boolean out;
  private volatile @Nullable String refused;
  private volatile Before before = videos -> {};
  private volatile Before after = videos -> {};
  private final Map<VideoKey, Existence> known = new ConcurrentHashMap<>();
  private volatile boolean witness;
  private volatile Before beforeLook = videos -> {};
  private volatile Sharing sharing = Sharing.NONE;

  public FakeViewSource(Clock clock) {
    this(clock, Source.SIMULATED);
  }

  /** One that goes by the name of another. */
  public FakeViewSource(Clock clock, Source name) {
    this.clock = clock;
    this.name = name;
  }

  /** Something that happens before an answer. */
  @FunctionalInterface
  public interface Before {
    void answering(List<VideoRef> videos);
  }

  public void show(VideoKey video, long views) {
    Counts.Kind kind =
        video.platform() == Platform.INSTAGRAM ? Counts.Kind.PLAYS : Counts.Kind.VIEWS;
    world.put(video, new Reading.Ok(Counts.ofViews(views), VideoFacts.NONE, kind));
  }

  public void tell(VideoKey video, Reading reading) {
    world.put(video, reading);
  }

  public void remove(VideoKey video) {
    world.put(video, new Reading.Gone(UnavailableReason.NOT_FOUND));
  }

  /** Has it know whether a video is there, and no more. */
  public void witness(VideoKey video, Existence existence) {
    witness = true;
    known.put(video, existence);
  }

  /** Something that happens before it says whether a video is there. */
  public void beforeLook(Before before) {
    this.beforeLook = before;
  }

  /** Has it forget what was witnessed, and be no witness. */
  public void noWitness() {
    witness = false;
    known.clear();
    beforeLook = videos -> {};
  }

  @Override
  public boolean isWitness() {
    return witness;
  }

  @Override
  public Existence exists(VideoRef video, @Nullable VideoRef shown) {
    beforeLook.answering(shown == null ? List.of(video) : List.of(video, shown));
    return known.getOrDefault(video.key(), Existence.UNKNOWN);
  }

  public void hide(VideoKey video) {
    world.remove(video);
  }

  public void outage(boolean out) {
    this.out = out;
  }

  /** Has it say that it does not serve us. */
  public void refuseKey(String why) {
    refused = why;
  }

  public void before(Before before) {
    this.before = before;
  }

  /** Something that happens once it has answered, while its answer is understood. */
  public void understanding(Before after) {
    this.after = after;
  }

  /** Has it asked by several together, from the first question on. */
  public FakeViewSource shared(int videosMax, int runsMax) {
    sharing = new Sharing(videosMax, runsMax);
    return this;
  }

  @Override
  public Sharing sharing() {
    return sharing;
  }

  /** Every question so far. */
  public List<List<VideoRef>> asked() {
    return asked;
  }

  /** How often this video was asked for. */
  public long asked(VideoKey video) {
    return asked.stream().flatMap(List::stream).filter(ref -> ref.key().equals(video)).count();
  }

  @Override
  public Source name() {
    return name;
  }

  @Override
  public Set<Platform> platforms() {
    return Set.of(Platform.values());
  }

  @Override
  public Set<Counts.Kind> kinds(Platform platform) {
    return Set.of(Counts.Kind.values());
  }

  @Override
  public Readings read(List<VideoRef> videos, Runnable answered) {
    Readings readings = read(videos);
    answered.run();
    after.answering(videos);
    return readings;
  }

  @Override
  public Readings read(List<VideoRef> videos) {
    asked.add(List.copyOf(videos));
    before.answering(videos);
    if (out) {
      return Readings.failed(
          name(),
          clock.instant(),
          videos,
          Reading.failed(new ProviderFault(ProviderFault.Kind.DOWN, "outage")));
    }
    Map<VideoKey, Reading> answers = new HashMap<>();
    for (VideoRef video : videos) {
      Reading reading = world.get(video.key());
      if (reading != null) {
        answers.put(video.key(), reading);
      }
    }
    return new Readings(name(), clock.instant(), answers);
  }

  @Override
  public KeyCheck checkKey() {
    String refusal = refused;
    if (refusal != null) {
      return new KeyCheck.Refused(refusal);
    }
    return out ? new KeyCheck.Unknown("outage") : new KeyCheck.Good("");
  }
}
