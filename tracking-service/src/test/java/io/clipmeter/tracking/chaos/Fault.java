package io.clipmeter.tracking.chaos;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can go wrong with a call, and with what a good answer says of one video. */
final class Fault {
  private Fault() {}

  /** Of a whole call. */
  enum OfCall {
    NONE,
    BUSY,
    BUSY_NOW,
    BUSY_FOR_AN_HOUR,
    BUSY_UNTIL_A_DATE,
    DOWN,
    GATEWAY,
    BEGUN_BUT_DOWN,
    SLOW,
    HALF,
    RESET,
    NOT_JSON,
    CUT_JSON,
    WRONG_JSON,
    WRONG_CHARSET,
    KEY,
    MONEY
  }

  /** Of one video in an answer that is good otherwise. */
  enum OfItem {
    NONE,
    ABSENT,
    NULL,
    TEXT,
    FLOAT,
    HIDDEN,
    NEGATIVE,
    HUGE,
    BEYOND_ALL,
    ZERO,
    JUMP,
    OBJECT,
    MISSING,
    ERROR,
    GONE,
    WRONG_VIDEO,
    DOUBLED,
    DOUBLED_WITH_NULL,
    NUMBER_AS_ID
  }

  /** What a run of an actor comes to. */
  enum OfRun {
    SUCCEEDS,
    FAILS,
    TIMES_OUT,
    HANGS,
    ALL_GONE
  }

  static final List<OfCall> STORM = List.of(OfCall.BUSY, OfCall.BUSY_NOW);
  static final List<OfCall> OUTAGE =
      List.of(OfCall.DOWN, OfCall.GATEWAY, OfCall.BEGUN_BUT_DOWN, OfCall.HALF, OfCall.RESET);
  static final List<OfCall> ANY =
      List.of(
          OfCall.BUSY,
          OfCall.BUSY_NOW,
          OfCall.DOWN,
          OfCall.GATEWAY,
          OfCall.BEGUN_BUT_DOWN,
          OfCall.SLOW,
          OfCall.HALF,
          OfCall.RESET,
          OfCall.NOT_JSON,
          OfCall.CUT_JSON,
          OfCall.WRONG_JSON,
          OfCall.WRONG_CHARSET);

  @SafeVarargs
  static Set<Enum<?>> all(Set<? extends Enum<?>>... kinds) {
    return Stream.of(kinds).flatMap(Set::stream).collect(Collectors.toSet());
  }
}
