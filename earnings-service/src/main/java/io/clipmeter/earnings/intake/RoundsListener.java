package io.clipmeter.earnings.intake;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.earnings.settlement.Rounds;
import io.clipmeter.earnings.settlement.SettlementRunner;
import io.clipmeter.earnings.terms.Lanes;
import io.clipmeter.events.EventType;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Topic;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears that a round has closed, and settles it as soon as its readings are all here. */
@Component
class RoundsListener implements TopicListener<RoundClosed> {
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
  public @Nullable RoundClosed read(Received received) {
    return received.type().equals(EventType.ROUND_CLOSED.ceType())
        ? received.json(RoundClosed.class)
        : null;
  }

  @Override
  public void apply(List<RoundClosed> closed) {
    List<UUID> campaigns = closed.stream().map(RoundClosed::campaignId).distinct().toList();
    lanes.hold(campaigns);
    rounds.add(closed);
    settlement.settleReady(campaigns);
  }

  @Override
  public boolean deduplicate() {
    return false;
  }
}
