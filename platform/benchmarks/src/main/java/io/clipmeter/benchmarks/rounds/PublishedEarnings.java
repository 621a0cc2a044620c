package io.clipmeter.benchmarks.rounds;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.benchmarks.rounds.Campaign.Clip;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.EventType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;

/** What somebody told the world that clips have earned, to be held against what they should. */
public final class PublishedEarnings {
  private final JsonMapper json = new JsonMapper();
  private final Workload work;
  private final Set<UUID> seen = new HashSet<>();
  private final Map<UUID, Long> accrued = new HashMap<>();
  private final Map<UUID, Long> fixed = new HashMap<>();

  /** Of this work nothing is heard yet. */
  public PublishedEarnings(Workload work) {
    this.work = work;
  }

  /** How many events there must be: one per accrual, and one per clip of a completed campaign. */
  public long expected() {
    return work.campaigns().stream()
        .mapToLong(e -> e.accruals() + (e.completed() ? e.campaign().clips().size() : 0))
        .sum();
  }

  /** Hears one event. */
  public void add(ConsumerRecord<byte[], byte[]> record) {
    String type = new String(record.headers().lastHeader("ce_type").value(), UTF_8);
    if (type.equals(EventType.EARNINGS_ACCRUED.ceType())) {
      EarningsAccrued event = json.readValue(record.value(), EarningsAccrued.class);
      // A relay that was cut off may tell twice, under the same id.
      if (seen.add(event.accrualId())) {
        accrued.merge(event.clipId(), event.amount().toMoney().micros(), Math::addExact);
      }
    } else if (type.equals(EventType.EARNINGS_FINALIZED.ceType())) {
      EarningsFinalized event = json.readValue(record.value(), EarningsFinalized.class);
      fixed.put(event.clipId(), event.finalEarnings().toMoney().micros());
    }
  }

  /** What each clip was told to have earned in rounds, in micro-units. */
  public Map<UUID, Long> accrued() {
    return Map.copyOf(accrued);
  }

  /**
   * Compares what was told with what is right.
   *
   * @throws IllegalStateException where the events say anything but what was earned
   */
  public void prove() {
    for (Expected expected : work.campaigns()) {
      for (int i = 0; i < expected.campaign().clips().size(); i++) {
        prove(expected, i);
      }
    }
  }

  private void prove(Expected expected, int index) {
    Clip clip = expected.campaign().clips().get(index);
    long right = expected.accrued(index);
    long told = accrued.getOrDefault(clip.id(), 0L);
    long last = expected.completed() ? fixed.getOrDefault(clip.id(), -1L) : right;
    if (told != right || last != right) {
      throw new IllegalStateException(
          "clip %s was told %d micro-units and finally %d, expected %d"
              .formatted(clip.id(), told, last, right));
    }
  }
}
