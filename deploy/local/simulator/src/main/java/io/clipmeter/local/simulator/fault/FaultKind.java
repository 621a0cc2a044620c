package io.clipmeter.local.simulator.fault;

/** What can go wrong, and where it strikes. */
public enum FaultKind {
  /** 429 on any call. */
  RATE_LIMIT(Reach.CALL),
  /** 500 on any call. */
  SERVER_ERROR(Reach.CALL),
  /** 502 with a page of HTML, as a proxy answers, on any call. */
  HTML_502(Reach.CALL),
  /** 403 when a run is started. */
  MONTHLY_LIMIT(Reach.START),
  /** The run starts, but who started it never hears of it. */
  LOST_ANSWER(Reach.START),
  /** The run takes some seconds longer. */
  SLOW(Reach.RUN),
  /** The run ends FAILED with half of its items. */
  RUN_FAILED(Reach.RUN),
  /** The run ends TIMED-OUT with half of its items. */
  TIMED_OUT(Reach.RUN),
  /** The items come in another order than asked. */
  SHUFFLED(Reach.RUN),
  /** There is an item that nobody asked for. */
  EXTRA_ITEM(Reach.RUN),
  /** The platform says that the video is not there. */
  NOT_FOUND(Reach.VIDEO),
  /** The video has no item at all. */
  MISSING(Reach.VIDEO),
  /** The video's views are 0. */
  ZERO_VIEWS(Reach.VIDEO),
  /** The video's views are null. */
  NULL_VIEWS(Reach.VIDEO),
  /** An answer with items breaks off in the middle of its JSON. */
  TRUNCATED_JSON(Reach.ITEMS);

  /** Where a fault strikes; {@code times} counts these. */
  public enum Reach {
    /** Each call of the Apify API. */
    CALL,
    /** Each start of a run, before or after it is accepted. */
    START,
    /** Each started run, in what comes of it. */
    RUN,
    /** Each started run that asks for one of the videos, in these videos only. */
    VIDEO,
    /** Each answer with dataset items. */
    ITEMS
  }

  private final Reach reach;

  FaultKind(Reach reach) {
    this.reach = reach;
  }

  public Reach reach() {
    return reach;
  }

  /** Whether a fault of this kind can be limited to some videos. */
  public boolean takesVideos() {
    return switch (reach) {
      case START, RUN, VIDEO -> true;
      case CALL, ITEMS -> false;
    };
  }
}
