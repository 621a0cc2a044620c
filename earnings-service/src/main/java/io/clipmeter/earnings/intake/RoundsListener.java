package io.clipmeter.earnings.intake;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.earnings.round.Rounds;
import io.clipmeter.earnings.settlement.SettlementRunner;
import io.clipmeter.earnings.terms.Lanes;
import io.clipmeter.events.Event;
import io.clipmeter.events.EventType;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Topic;
import io.clipmeter.events.TrackingEnded;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hears that a round has closed, and settles it as soon as its readings are all here; and that no
 * round follows.
 */
@Component
class RoundsListener implements TopicListener<Event> {
  private final Lanes lanes;
  private final Rounds rounds;
  private final SettlementRunner settlement;

  RoundsListener(Lanes lanes, Rounds rounds, SettlementRunner settlement) {
    this.lanes = lanes;
    this.rounds = rounds;
    this.settlement = settlement;
  }

  @Override
  public String topic() {
    return Topic.TRACKING_ROUNDS.topicName();
  }

  @Override
  public @Nullable Event read(Received received) {
    if (received.type().equals(EventType.ROUND_CLOSED.ceType())) {
      return received.json(RoundClosed.class);
    }
    return received.type().equals(EventType.TRACKING_ENDED.ceType())
        ? received.json(TrackingEnded.class)
        : null;
  }

  @Override
  public void apply(List<Event> news) {
    List<RoundClosed> closed = only(news, RoundClosed.class);
    List<TrackingEnded> ended = only(news, TrackingEnded.class);
    List<UUID> campaigns =
        Stream.concat(
                closed.stream().map(RoundClosed::campaignId),
                ended.stream().map(TrackingEnded::campaignId))
            .distinct()
            .toList();
    lanes.hold(campaigns);
    rounds.add(closed);
    ended.forEach(rounds::trackingEnded);
    settlement.settleReady(campaigns);
  }

  private static <E extends Event> List<E> only(List<Event> news, Class<E> type) {
    return news.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public boolean deduplicate() {
    return false;
  }
}
