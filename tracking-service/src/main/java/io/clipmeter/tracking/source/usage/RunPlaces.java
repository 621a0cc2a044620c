package io.clipmeter.tracking.source.usage;

import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.Purpose;
import java.util.concurrent.Semaphore;

/**
 * So many pieces of work at a time in this instance. People hold at most their part of the places,
 * and at least one: who waits for money waits behind no more of them than that.
 */
public final class RunPlaces {
  private final Semaphore all;
  private final Semaphore forPeople;

  /**
   * @param most places in all, 1 or more
   */
  public RunPlaces(int most, PartSettings parts) {
    this.all = new Semaphore(most, true);
    this.forPeople = new Semaphore(parts.turns(most, Purpose.PEOPLE), true);
  }

  /**
   * Waits for a place for whom this thread works, in the order in which they came.
   *
   * @throws ProviderFault LOST where the thread is interrupted
   */
  public Place take() {
    boolean people = Purpose.current() == Purpose.PEOPLE;
    try {
      if (people) {
        forPeople.acquire();
      }
      return new Place(taken(people));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderFault(ProviderFault.Kind.LOST, "interrupted");
    }
  }

  private boolean taken(boolean people) throws InterruptedException {
    boolean taken = false;
    try {
      all.acquire();
      taken = true;
      return people;
    } finally {
      if (people && !taken) {
        forPeople.release();
      }
    }
  }

  /** A place that is held; to be closed once. */
  public final class Place implements AutoCloseable {
    private final boolean people;

    private Place(boolean people) {
      this.people = people;
    }

    @Override
    public void close() {
      all.release();
      if (people) {
        forPeople.release();
      }
    }
  }
}
