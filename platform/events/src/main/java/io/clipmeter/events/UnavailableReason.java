package io.clipmeter.events;

/** Why a video has no counters. */
public enum UnavailableReason {
  /** Its owner or the platform removed it. */
  DELETED,

  /** Its owner hid it. */
  PRIVATE,

  /** The platform knows no such video. */
  NOT_FOUND,

  /** The provider failed, timed out, was out of quota or gave a shape that we do not know. */
  PROVIDER_ERROR,

  /** The counters contradict history. */
  IMPLAUSIBLE
}
