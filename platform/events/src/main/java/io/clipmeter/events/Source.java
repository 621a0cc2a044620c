package io.clipmeter.events;

/** Which provider a reading came from. */
public enum Source {
  /** Apify's scrapers. */
  APIFY,

  /** YouTube's own API. */
  YOUTUBE,

  /** TikTok's own API. */
  TIKTOK,

  /** Instagram's own API. */
  INSTAGRAM,

  /** Ayrshare. */
  AYRSHARE,

  /** An admin typed it, with a reason. */
  MANUAL,

  /** The local simulator: no real video. */
  SIMULATED
}
