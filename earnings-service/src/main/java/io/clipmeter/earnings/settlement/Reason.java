package io.clipmeter.earnings.settlement;

/** Why a clip got what it got in a settlement. */
public enum Reason {
  /** All that its growth was worth. */
  PAID,

  /** Up to the most that one clip may earn. */
  CAPPED,

  /** Its part of what was left of the budget. */
  RATIONED,

  /** Nothing: its views are not above the height that was settled before. */
  NOT_GROWN,

  /** Nothing yet: it has fewer views than a clip needs before it earns. */
  BELOW_MIN_VIEWS,

  /** Nothing now: it could not be read, and keeps its growth for a later round. */
  UNREADABLE,

  /** Nothing: the platform says that the video is no more. */
  GONE
}
