package io.clipmeter.tracking.source.connected;

import io.clipmeter.tracking.source.VideoKey;
import java.util.Collection;
import java.util.Map;

/** The port to whoever knows which account a video can be read through. */
public interface ConnectedAccounts {

  /** What a provider opens an account with. */
  enum Opener {
    /** The platform's own token of it, which still holds. */
    TOKEN,
    /** The key of its profile at Ayrshare. */
    PROFILE
  }

  /**
   * The account of each of these videos: one that a clipper of the video connected, and that can be
   * opened like this. A video without one is left out.
   */
  Map<VideoKey, ConnectedAccount> of(Collection<VideoKey> videos, Opener opener);
}
