package io.clipmeter.earnings.gathering;

import io.clipmeter.chassis.inbox.Gatherer;
import io.clipmeter.chassis.inbox.Gathering;
import io.clipmeter.events.Topic;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Hears the readings of rounds and their closing, which are of use only together. */
@Component
@EnableConfigurationProperties(GatheringSettings.class)
class RoundGatherer implements Gatherer {
  private final RoundDesk desk;
  private final GatheringSettings settings;
  private final Clock clock;

  RoundGatherer(RoundDesk desk, GatheringSettings settings, Clock clock) {
    this.desk = desk;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "rounds";
  }

  @Override
  public List<String> topics() {
    return List.of(Topic.VIEW_UPDATES.topicName(), Topic.TRACKING_ROUNDS.topicName());
  }

  @Override
  public int threads() {
    return settings.threads();
  }

  @Override
  public Gathering gathering() {
    return new RoundGathering(new OpenRounds(settings, clock), desk);
  }
}
