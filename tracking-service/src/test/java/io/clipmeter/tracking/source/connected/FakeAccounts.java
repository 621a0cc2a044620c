package io.clipmeter.tracking.source.connected;

import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.connected.ConnectedAccount.Profile;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every video is of one account, but those that tests say are not. */
public final class FakeAccounts implements ConnectedAccounts {
  private final Map<VideoKey, ConnectedAccount> others = new HashMap<>();
  private final Set<VideoKey> without = new HashSet<>();
  private final ConnectedAccount usual = account("someone", "a-token", "a-key");
  private int questions;

  public static ConnectedAccount account(
      String handle, @Nullable String token, @Nullable String key) {
    return new ConnectedAccount(
        UUID.randomUUID(),
        handle,
        "id-of-" + handle,
        token,
        key == null ? null : new Profile(UUID.randomUUID(), key));
  }

  /** The account of whatever is said to be of no other. */
  public UUID usual() {
    return usual.id();
  }

  public void of(VideoKey video, ConnectedAccount account) {
    others.put(video, account);
  }

  public void none(VideoKey video) {
    without.add(video);
  }

  /** How often anything was asked. */
  public int questions() {
    return questions;
  }

  @Override
  public Map<VideoKey, ConnectedAccount> of(Collection<VideoKey> videos, Opener opener) {
    questions++;
    Map<VideoKey, ConnectedAccount> found = new HashMap<>();
    videos.stream()
        .filter(video -> !without.contains(video))
        .forEach(video -> found.put(video, others.getOrDefault(video, usual)));
    return found;
  }
}
