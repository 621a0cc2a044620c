package io.clipmeter.earnings.gathering;

import io.clipmeter.chassis.inbox.Gathering;
import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.earnings.gathering.OpenRounds.Place;
import io.clipmeter.earnings.round.Reading;
import io.clipmeter.events.EventType;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.TrackingEnded;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.events.ViewsUnavailable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** One consumer's rounds. */
final class RoundGathering implements Gathering {
  private static final Runnable NOTHING_TO_TAKE_IN = () -> {};
  private static final Work NOTHING = new Work(List.of(), List.of(), List.of());

  private final OpenRounds rounds;
  private final RoundDesk desk;
  private Work work = NOTHING;
  private boolean kept;

  /** Campaigns whose rounds were kept because something failed; not all of it was theirs. */
  private final Deque<UUID> again = new ArrayDeque<>();

  RoundGathering(OpenRounds rounds, RoundDesk desk) {
    this.rounds = rounds;
    this.desk = desk;
  }

  @Override
  public Runnable read(Received received) {
    String type = received.type();
    Place place = new Place(received.partition(), received.offset());
    if (type.equals(EventType.VIEWS_OBSERVED.ceType())) {
      Reading reading = Reading.of(received.json(ViewsObserved.class));
      return () -> rounds.add(reading, place);
    } else if (type.equals(EventType.VIEWS_UNAVAILABLE.ceType())) {
      Reading reading = Reading.of(received.json(ViewsUnavailable.class));
      return () -> rounds.add(reading, place);
    } else if (type.equals(EventType.ROUND_CLOSED.ceType())) {
      RoundClosed news = received.json(RoundClosed.class);
      return () -> rounds.close(news, place);
    } else if (type.equals(EventType.TRACKING_ENDED.ceType())) {
      TrackingEnded news = received.json(TrackingEnded.class);
      return () -> rounds.end(news, place);
    }
    return NOTHING_TO_TAKE_IN;
  }

  @Override
  public boolean due(long behind) {
    work = again.isEmpty() && !rounds.readOn(behind) ? rounds.work(behind == 0) : NOTHING;
    return !work.isEmpty() || !again.isEmpty();
  }

  @Override
  public boolean full() {
    return rounds.enoughToSettle();
  }

  @Override
  public void apply(boolean decide) {
    kept = !decide;
    if (!work.isEmpty() && decide) {
      desk.settle(work);
    } else if (!work.isEmpty()) {
      desk.keep(work);
    } else if (!again.isEmpty() && decide) {
      desk.settle(again.getFirst());
    }
  }

  @Override
  public void keep() {
    Work all = rounds.all();
    if (!all.isEmpty()) {
      desk.keep(all);
    }
  }

  @Override
  public Map<TopicPartition, Long> needed() {
    return rounds.neededBeside(work);
  }

  @Override
  public void applied() {
    if (work.isEmpty()) {
      again.pollFirst();
    } else if (kept) {
      again.addAll(work.campaigns());
    }
    rounds.done(work);
    work = NOTHING;
  }
}
