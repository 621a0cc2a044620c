package io.clipmeter.links.shortlink;

import io.clipmeter.links.VideoUrl;

/** What became of a short link. */
public sealed interface Resolution {

  /**
   * It leads here.
   *
   * @param url a video, a profile or another page of the link's platform
   */
  record Resolved(VideoUrl url) implements Resolution {}

  /** It leads nowhere that we go: asking again changes nothing. */
  record Refused(Refusal reason) implements Resolution {}

  /** Nobody knows yet where it leads: asking again later may tell. */
  record Unreachable(Obstacle reason) implements Resolution {}

  /** Why a link leads nowhere. */
  enum Refusal {
    /** The platform does not know it. */
    NOT_FOUND,
    /** The platform shows a page instead of leading on. */
    NO_REDIRECT,
    /** More hops than are followed, or a circle. */
    TOO_MANY_HOPS,
    /** It leads to a scheme other than https. */
    NOT_HTTPS,
    /** It leads off the platform, to another port, or carries credentials. */
    FOREIGN_HOST,
    /** What the platform names as the target is no address, or more than one. */
    MALFORMED
  }

  /** What stands in the way of an answer. */
  enum Obstacle {
    /** No answer in time. */
    TIMEOUT,
    /** No connection, no valid certificate, or an answer that is none. */
    NO_ANSWER,
    /** The platform does not answer us: too many requests, a login, a block. */
    BLOCKED,
    /** The host's name does not resolve to public addresses alone. */
    ADDRESS,
    /** As many links as we follow at once are being followed. */
    BUSY,
    /** Not asked: the platform has not answered for a while. */
    LEFT_ALONE
  }
}
