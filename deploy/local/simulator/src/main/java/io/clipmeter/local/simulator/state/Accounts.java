package io.clipmeter.local.simulator.state;

import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.item.Account;
import io.clipmeter.local.simulator.views.Platform;
import io.clipmeter.local.simulator.views.VideoKey;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.type.TypeReference;

/** What was changed of accounts, and whose videos were listed; kept over restarts. */
public final class Accounts {
  private static final String FILE = "accounts";

  /** The file. */
  record Kept(Map<String, String> bios, Set<String> gone, Map<String, String> authors) {}

  private final StateDirectory state;
  private final Kept kept;

  public Accounts(StateDirectory state) {
    this.state = state;
    this.kept =
        state
            .read(FILE)
            .map(text -> Json.MAPPER.readValue(text, new TypeReference<Kept>() {}))
            .map(
                file ->
                    new Kept(
                        new TreeMap<>(file.bios),
                        new TreeSet<>(file.gone),
                        new TreeMap<>(file.authors)))
            .orElseGet(() -> new Kept(new TreeMap<>(), new TreeSet<>(), new TreeMap<>()));
  }

  /** The account as it is now. */
  public synchronized Account of(Platform platform, String handle) {
    String bio = kept.bios.getOrDefault(key(platform, handle), Account.USUAL_BIO);
    return new Account(platform, handle, bio);
  }

  /** Who made a video: whoever listed it, or else somebody made up. */
  public synchronized Account author(VideoKey video) {
    String handle = kept.authors.get(video.toString());
    return of(video.platform(), handle == null ? Account.handleOf(video) : handle);
  }

  /** From now on the video is this account's. */
  public synchronized void listed(VideoKey video, String handle) {
    if (kept.authors.put(video.toString(), handle) == null) {
      write();
    }
  }

  /** Sets what an account says of itself. */
  public synchronized void say(Platform platform, String handle, String bio) {
    kept.bios.put(key(platform, handle), bio);
    write();
  }

  public synchronized boolean isGone(Platform platform, String handle) {
    return kept.gone.contains(key(platform, handle));
  }

  /** Deletes an account, or restores it. */
  public synchronized void gone(Platform platform, String handle, boolean gone) {
    String key = key(platform, handle);
    if (gone ? kept.gone.add(key) : kept.gone.remove(key)) {
      write();
    }
  }

  private void write() {
    state.replace(FILE, Json.MAPPER.writeValueAsString(kept));
  }

  private static String key(Platform platform, String handle) {
    return platform + "@" + handle.toLowerCase(Locale.ROOT);
  }
}
