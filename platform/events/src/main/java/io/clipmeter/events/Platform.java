package io.clipmeter.events;

/** Where videos are published. */
public enum Platform {
  /** TikTok. */
  TIKTOK,

  /** YouTube, Shorts included. */
  YOUTUBE,

  /** Instagram Reels. */
  INSTAGRAM
}
