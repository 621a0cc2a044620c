package io.clipmeter.tracking.source.profile;

import io.clipmeter.events.Platform;
import io.clipmeter.events.UnavailableReason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Shows the accounts that a test told it of. Passes the contract that real ones pass. */
public final class FakeProfileSource implements ProfileSource {
  private final Map<String, ProfileReading> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean out;

  /** The account's page from now on. */
  public void show(Platform platform, Profile profile) {
    pages.put(key(platform, profile.handle()), new ProfileReading.Ok(profile));
  }

  /** The platform says that there is no such account. */
  public void remove(Platform platform, String handle) {
    pages.put(key(platform, handle), new ProfileReading.Gone(UnavailableReason.NOT_FOUND));
  }

  /** Whether every question fails. */
  public void outage(boolean out) {
    this.out = out;
  }

  /** The handles that were asked for, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public ProfileReading read(Platform platform, String handle) {
    asked.add(handle);
    return out
        ? new ProfileReading.Unknown("outage")
        : pages.getOrDefault(
            key(platform, handle), new ProfileReading.Unknown("nothing about the account"));
  }

  private static String key(Platform platform, String handle) {
    String name = handle.startsWith("@") ? handle.substring(1) : handle;
    return platform + ":" + name.toLowerCase(Locale.ROOT);
  }
}
