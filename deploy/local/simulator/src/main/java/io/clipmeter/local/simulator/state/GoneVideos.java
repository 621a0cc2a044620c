package io.clipmeter.local.simulator.state;

import io.clipmeter.local.simulator.views.VideoKey;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Videos that their owners deleted; kept over restarts. */
public final class GoneVideos {
  private static final String FILE = "gone";

  private final StateDirectory state;
  private final Set<String> gone;

  public GoneVideos(StateDirectory state) {
    this.state = state;
    this.gone = state.read(FILE).orElse("").lines().collect(Collectors.toCollection(TreeSet::new));
  }

  public synchronized boolean contains(VideoKey video) {
    return gone.contains(video.toString());
  }

  public synchronized void add(VideoKey video) {
    if (gone.add(video.toString())) {
      write();
    }
  }

  public synchronized void remove(VideoKey video) {
    if (gone.remove(video.toString())) {
      write();
    }
  }

  private void write() {
    state.replace(FILE, String.join("\n", gone));
  }
}
