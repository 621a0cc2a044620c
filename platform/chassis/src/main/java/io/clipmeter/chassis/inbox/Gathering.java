package io.clipmeter.chassis.inbox;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The memory of one consumer of a {@link Gatherer}. */
public interface Gathering {

  /**
   * Reads a record, and touches nothing: {@link #apply} may be at work in another thread. Any
   * exception, also of what it returns, makes the record a dead letter.
   *
   * @return takes the record in; run once at most, in the order of the records, and never while
   *     applying
   */
  Runnable read(Received received);

  /**
   * Whether {@link #apply} has something to do.
   *
   * @param behind about how many records are there that have not been read, from 0; at 0 what is
   *     missing now is not only late
   */
  boolean due(long behind);

  /**
   * Whether so much waits to be applied that nothing more is read before some of it was; asked
   * while nothing is applied. What waits for records that have not been read does not count.
   */
  boolean full();

  /**
   * Applies what is complete, inside a transaction. What is taken out of memory is only taken out
   * by {@link #applied}, since the transaction may roll back and this be called again.
   *
   * @param decide false where applying failed for a reason of its own: then everything is only put
   *     where it is kept
   */
  void apply(boolean decide);

  /**
   * Puts all that is here where it is kept, complete or not, inside a transaction: asked of a
   * memory that took in only a few records, where keeping failed with more of them. This memory is
   * not used any further.
   */
  void keep();

  /**
   * The oldest record of each partition that is needed although the last {@link #apply} commits;
   * absent where none is.
   */
  Map<TopicPartition, Long> needed();

  /** The last {@link #apply} has committed. */
  void applied();
}
