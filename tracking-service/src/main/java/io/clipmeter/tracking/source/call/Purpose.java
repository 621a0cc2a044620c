package io.clipmeter.tracking.source.call;

import java.util.function.Supplier;

/** What a provider is called for: a part of its limits is kept for what money hangs on. */
public enum Purpose {
  /** Rounds and baselines: what clippers are paid by. */
  MONEY,
  /** Somebody wants to know: look-ups, jobs, trends, accounts' pages, posts that earn nothing. */
  PEOPLE;

  private static final ScopedValue<Purpose> CURRENT = ScopedValue.newInstance();

  /** That of the work that this thread does; PEOPLE where nobody said. */
  public static Purpose current() {
    return CURRENT.orElse(PEOPLE);
  }

  /** Does this work for it; what is handed to other threads has to be told anew. */
  public <T> T get(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }
}
