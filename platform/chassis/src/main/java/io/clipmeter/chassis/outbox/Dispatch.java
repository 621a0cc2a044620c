package io.clipmeter.chassis.outbox;

import io.clipmeter.chassis.outbox.OutboxJournal.JournalEvent;
import io.clipmeter.chassis.outbox.OutboxRow.Entry;
import io.clipmeter.chassis.outbox.OutboxRows.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Sends rows in their order, and in the place of each entry of the journal its events. */
final class Dispatch {
  private final OutboxSender sender;
  private final Map<String, OutboxJournal> journals;
  private final JsonMapper json;
  private final int eventsMax;

  /**
   * @param journals those that the service keeps
   * @param eventsMax how many events leave in one go, but for a single row that has more
   */
  Dispatch(
      OutboxSender sender, Collection<OutboxJournal> journals, JsonMapper json, int eventsMax) {
    this.sender = sender;
    this.journals =
        journals.stream().collect(Collectors.toMap(OutboxJournal::name, Function.identity()));
    this.json = json;
    this.eventsMax = eventsMax;
  }

  /**
   * Sends as many of these rows as are to leave in one go, and waits for the broker.
   *
   * @param byShard each shard's rows in their order
   * @return the last row of each shard that the broker has
   */
  Map<Integer, Long> send(Map<Integer, List<Waiting>> byShard) {
    int each = Math.max(1, eventsMax / Math.max(1, byShard.size()));
    List<Waiting> rows = new ArrayList<>();
    Map<Integer, Long> last = new TreeMap<>();
    byShard.forEach(
        (shard, waiting) -> {
          List<Waiting> now = upTo(each, waiting);
          now.forEach(row -> rows.addAll(unpacked(row)));
          last.put(shard, now.getLast().seq());
        });
    new Turn(rows).send();
    sender.await();
    return last;
  }

  private static List<Waiting> unpacked(Waiting row) {
    return Packing.unpack(row.row()).stream()
        .map(record -> new Waiting(row.shard(), row.seq(), record))
        .toList();
  }

  private static List<Waiting> upTo(int events, List<Waiting> waiting) {
    int sum = 0;
    int rows = 0;
    while (rows < waiting.size() && (rows == 0 || sum < events)) {
      sum += waiting.get(rows++).row().events();
    }
    return waiting.subList(0, rows);
  }

  void reset() {
    sender.reset();
  }

  /** The rows of one go, sent one after the other. */
  private final class Turn {
    private final List<Waiting> rows;
    private final List<Integer> places = new ArrayList<>();
    private int next;
    private @Nullable Shared shared;

    Turn(List<Waiting> rows) {
      this.rows = rows;
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i).row().entry() != null) {
          places.add(i);
        }
      }
    }

    void send() {
      int from = 0;
      while (from < places.size()) {
        int until = from + 1;
        while (until < places.size() && journal(until).equals(journal(from))) {
          until++;
        }
        tell(from, until);
        from = until;
      }
      sendUpTo(rows.size());
    }

    private String journal(int index) {
      return entry(places.get(index)).journal();
    }

    /** Entries of one journal are asked for together. */
    private void tell(int from, int until) {
      OutboxJournal journal =
          Objects.requireNonNull(journals.get(journal(from)), () -> "no journal " + journal(from));
      List<Long> entries =
          places.subList(from, until).stream().map(place -> entry(place).id()).toList();
      journal.tell(entries, (index, event) -> tell(places.get(from + index), event));
    }

    private Entry entry(int place) {
      return Objects.requireNonNull(rows.get(place).row().entry());
    }

    private void tell(int place, JournalEvent event) {
      sendUpTo(place);
      sender.send(record(event, place));
    }

    private void sendUpTo(int place) {
      for (; next < place; next++) {
        OutboxRow row = rows.get(next).row();
        if (row.entry() == null) {
          sender.send(row);
        }
      }
    }

    private ProducerRecord<byte[], byte[]> record(JournalEvent event, int place) {
      if (shared == null || !shared.areOf(event, place)) {
        shared = Shared.of(event, place, rows.get(place).row());
      }
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(
              event.topic(),
              null,
              event.key().getBytes(StandardCharsets.UTF_8),
              json.writeValueAsBytes(event.payload()),
              shared.headers());
      record.headers().add(CloudEvent.id(event.id()));
      return record;
    }
  }

  /** The headers that the events of one entry have in common. */
  private record Shared(int place, String type, Instant at, List<Header> headers) {
    static Shared of(JournalEvent event, int place, OutboxRow entry) {
      List<Header> headers =
          CloudEvent.ofKafka(CloudEvent.shared(event.type(), event.at(), entry.headers()));
      return new Shared(place, event.type(), event.at(), headers);
    }

    boolean areOf(JournalEvent event, int entry) {
      return place == entry && type.equals(event.type()) && at.equals(event.at());
    }
  }
}
