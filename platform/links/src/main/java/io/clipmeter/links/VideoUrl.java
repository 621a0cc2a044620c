package io.clipmeter.links;

import io.clipmeter.events.Platform;

/** What a URL turned out to be. */
public sealed interface VideoUrl {

  /**
   * A video.
   *
   * @param id the platform's own id, as the platform spells it: upper and lower case differ
   * @param canonicalUrl an address of this video without anything that does not name it
   */
  record Video(Platform platform, String id, String canonicalUrl) implements VideoUrl {}

  /** The page of an account. */
  record Profile(Platform platform, String account) implements VideoUrl {}

  /**
   * An address that only the platform can resolve.
   *
   * @param url where to ask, always https, without anything that does not name the link
   */
  record ShortLink(Platform platform, String code, String url) implements VideoUrl {}

  /** A page of a platform that shows something else than one video. */
  record NotAVideo(Platform platform) implements VideoUrl {}

  /** Nothing that is looked at any further. */
  record Refused(Reason reason) implements VideoUrl {}

  /** Why a URL is not looked at any further. */
  enum Reason {
    /** Longer than {@link VideoUrls#LONGEST}. */
    TOO_LONG,
    /**
     * Not an http or https URL, or one with blanks, control characters, credentials or a port of
     * its own.
     */
    MALFORMED,
    /** Not a host of a platform. */
    UNSUPPORTED_HOST
  }
}
