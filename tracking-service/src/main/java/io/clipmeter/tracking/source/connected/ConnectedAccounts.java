package io.clipmeter.tracking.source.connected;

import io.clipmeter.tracking.source.VideoKey;
import java.util.Collection;
import java.util.Map;

/** The port to whoever knows which account a video can be read through. */
public interface ConnectedAccounts {

  /**
   * The account of each of these videos: one that the clipper of its clip connected. A video
   * without one is left out.
   */
  Map<VideoKey, ConnectedAccount> of(Collection<VideoKey> videos);
}
