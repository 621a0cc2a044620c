package io.clipmeter.earnings.gathering;

import io.clipmeter.earnings.gathering.OpenRounds.Place;
import io.clipmeter.earnings.round.Reading;
import io.clipmeter.events.Event;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.TrackingEnded;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.events.ViewsUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ApplicationContext;

/** One consumer's memory with the service's own desk behind it, fed by hand and not by Kafka. */
public final class FedMemory {
  private final OpenRounds open;
  private final RoundGathering gathering;

  /**
   * An empty one.
   *
   * @param most about how many readings it settles at once, keeps of a round, and keeps in all
   */
  public FedMemory(ApplicationContext service, Clock clock, Sizes most) {
    this.open =
        new OpenRounds(
            new GatheringSettings(
                1,
                most.atOnce(),
                most.ofRound(),
                most.inAll(),
                Duration.ofMinutes(1),
                Duration.ofSeconds(3),
                most.remembered()),
            clock);
    this.gathering = new RoundGathering(open, service.getBean(RoundDesk.class));
  }

  /** How much it takes, in readings and, for what is remembered, in rounds. */
  public record Sizes(int atOnce, int ofRound, int inAll, int remembered) {}

  /** Takes what stands there. */
  public void take(Event event, TopicPartition part, long offset) {
    Place place = new Place(part, offset);
    switch (event) {
      case ViewsObserved seen -> open.add(Reading.of(seen), place);
      case ViewsUnavailable missing -> open.add(Reading.of(missing), place);
      case RoundClosed closed -> open.close(closed, place);
      case TrackingEnded ended -> open.end(ended, place);
      default -> throw new IllegalArgumentException("tracking does not say " + event.type());
    }
  }

  /** Whether there is something to do. */
  public boolean due() {
    return gathering.due(0);
  }

  /** Does it, inside a transaction. */
  public void apply(boolean decide) {
    gathering.apply(decide);
  }

  /** Puts all that is here into tables, inside a transaction. */
  public void keep() {
    gathering.keep();
  }

  /** The oldest record of each partition that is needed although that commits. */
  public Map<TopicPartition, Long> needed() {
    return gathering.needed();
  }

  /** It has committed. */
  public void applied() {
    gathering.applied();
  }

  /** Rounds that are open. */
  public int size() {
    return open.size();
  }
}
