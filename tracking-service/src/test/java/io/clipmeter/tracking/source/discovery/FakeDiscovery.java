package io.clipmeter.tracking.source.discovery;

import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.call.ProviderFault;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lists what a test told it. Passes the contract that real ones pass. */
public final class FakeDiscovery implements Discovery {
  private final Map<String, List<FoundVideo>> lists = new ConcurrentHashMap<>();
  private final Map<String, List<VideoRef>> videos = new ConcurrentHashMap<>();
  private final Map<String, List<Sound>> sounds = new ConcurrentHashMap<>();
  private final List<String> gone = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Clock clock;
  private volatile boolean out;
  private volatile Runnable before = () -> {};

  public FakeDiscovery(Clock clock) {
    this.clock = clock;
  }

  /** What a question for this subject finds. */
  public void show(Question question, List<FoundVideo> found) {
    lists.put(key(question), List.copyOf(found));
  }

  /** The platform says that there is no such account. */
  public void remove(Question question) {
    gone.add(key(question));
  }

  /** The videos that trend in a country. */
  public void trend(String country, List<VideoRef> ranked) {
    videos.put(country, List.copyOf(ranked));
  }

  /** The sounds that trend in a country. */
  public void sound(String country, List<Sound> ranked) {
    sounds.put(country, List.copyOf(ranked));
  }

  /** Whether every question fails. */
  public void outage(boolean out) {
    this.out = out;
  }

  /** What happens before a trend is answered. */
  public void before(Runnable before) {
    this.before = before;
  }

  /** Every question so far. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public Listing find(Question question) {
    asked.add(key(question));
    if (out) {
      return new Listing.Unknown(ProviderFault.Kind.DOWN, "outage");
    }
    if (gone.contains(key(question))) {
      return new Listing.Gone(UnavailableReason.NOT_FOUND);
    }
    List<FoundVideo> found = lists.getOrDefault(key(question), List.of());
    return found.isEmpty() && question.kind() == Question.Kind.ACCOUNT
        ? new Listing.Unknown("no video in the answer")
        : new Listing.Found(
            found.stream().limit(question.limit()).toList(), Source.SIMULATED, clock.instant());
  }

  @Override
  public Trend<VideoRef> videos(String country, int limit) {
    return trend("videos " + country, videos.getOrDefault(country, List.of()), limit);
  }

  @Override
  public Trend<Sound> sounds(String country, int limit) {
    return trend("sounds " + country, sounds.getOrDefault(country, List.of()), limit);
  }

  private <T> Trend<T> trend(String question, List<T> places, int limit) {
    asked.add(question);
    before.run();
    return out || places.isEmpty()
        ? new Trend.Unknown<>("DOWN: outage")
        : new Trend.Ranked<>(places.stream().limit(limit).toList(), clock.instant());
  }

  private static String key(Question question) {
    return question.platform() + " " + question.kind() + " " + question.subject();
  }
}
