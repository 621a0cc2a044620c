package io.clipmeter.submission.author;

/** Whether the author of a video is the clipper who submitted it. */
public enum AuthorMatch {
  /** The author is an account that the clipper has proven to own. */
  MATCHES,
  /** The author is none of the accounts that the clipper has proven to own. */
  MISMATCH,
  /** The clipper has proven no account of this platform. */
  UNVERIFIED,
  /** The platform has not said who the author is. */
  UNKNOWN
}
