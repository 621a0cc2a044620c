package io.clipmeter.tracking.source;

import io.clipmeter.events.Platform;

/**
 * A video to be read.
 *
 * @param url its canonical address, for providers that are asked by address
 */
public record VideoRef(VideoKey key, String url) {

  /** A video of this platform. */
  public static VideoRef of(Platform platform, String videoId, String url) {
    return new VideoRef(new VideoKey(platform, videoId), url);
  }
}
