package io.clipmeter.earnings.intake;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.earnings.round.Reading;
import io.clipmeter.earnings.round.Readings;
import io.clipmeter.earnings.settlement.SettlementRunner;
import io.clipmeter.earnings.terms.Lanes;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.events.ViewsUnavailable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Collects the readings of rounds; round and clip are their key, so a repetition changes nothing.
 */
@Component
class ViewUpdatesListener implements TopicListener<Reading> {
  private final Lanes lanes;
  private final Readings readings;
  private final SettlementRunner settlement;

  ViewUpdatesListener(Lanes lanes, Readings readings, SettlementRunner settlement) {
    this.lanes = lanes;
    this.readings = readings;
    this.settlement = settlement;
  }

  @Override
  public String topic() {
    return Topic.VIEW_UPDATES.topicName();
  }

  @Override
  public @Nullable Reading read(Received received) {
    if (received.type().equals(EventType.VIEWS_OBSERVED.ceType())) {
      return Reading.of(received.json(ViewsObserved.class));
    }
    if (received.type().equals(EventType.VIEWS_UNAVAILABLE.ceType())) {
      return Reading.of(received.json(ViewsUnavailable.class));
    }
    return null;
  }

  @Override
  public void apply(List<Reading> seen) {
    List<UUID> campaigns = seen.stream().map(Reading::campaignId).distinct().toList();
    lanes.hold(campaigns);
    readings.add(seen);
    settlement.settleReady(campaigns);
  }

  @Override
  public boolean deduplicate() {
    return false;
  }
}
