package io.clipmeter.tracking.source.call;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Says who may call a provider when, and keeps count: the same for all instances. A part of the
 * money, the quota and the turns is kept for {@link Purpose#MONEY}: for {@link Purpose#PEOPLE} is
 * at most the rest of each, and one turn in any case.
 */
public interface Allowance {
  /** Longer than that nobody is left alone, whatever they ask for. */
  Duration PAUSE_MAX = Duration.ofHours(1);

  /** A call leaves so long after its turn has come at the latest, or has to take another. */
  Duration LATE_MAX = Duration.ofSeconds(1);

  /**
   * Within which limits a provider is called.
   *
   * @param provider its name in lower case, or that of one of its servers that is counted by itself
   * @param perMinute calls in any 60 s
   */
  record Limits(String provider, int perMinute, ChargeSettings charges) {}

  /**
   * Leave to make one call.
   *
   * @param at not before then
   * @param day on which it is counted
   */
  record Turn(Instant at, LocalDate day, Use use) {}

  /** What became of a call. */
  enum End {
    /** A usable answer. */
    OK,
    /** None, and it may have been charged. */
    FAILED,
    /** A refusal, or a 503: it was not charged, but whoever counts requests has counted it. */
    REFUSED,
    /** None, as nobody was reached: a call that failed, and used nothing. */
    UNREACHED,
    /** None, as nobody was called. */
    NOT_CALLED
  }

  /**
   * Takes the next turn, and counts its use.
   *
   * @param longest how long it is waited for a turn
   * @throws ProviderFault CAPPED where the month's money or the quota, or its purpose's part of it,
   *     does not suffice for it, BUSY where the turn would come too late, DOWN where nobody can say
   *     at present
   */
  Turn take(Limits limits, Use use, Duration longest);

  /**
   * Has nobody take a turn before this time: the provider asked to be left alone until then.
   *
   * @param until not more than {@link #PAUSE_MAX} from now
   */
  void pause(Limits limits, Instant until);

  /**
   * Notes how a call ended; never fails for it.
   *
   * @param took from the beginning of the call to its answer
   */
  void end(Limits limits, Turn turn, End end, Duration took);
}
