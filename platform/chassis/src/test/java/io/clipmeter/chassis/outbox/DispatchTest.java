package io.clipmeter.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.chassis.outbox.OutboxJournal.JournalEvent;
import io.clipmeter.chassis.outbox.OutboxRows.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DispatchTest {
  private final FakeBroker broker = new FakeBroker(FakeBroker.NONE);

  @Test
  void theLastRowOfEachShardIsReported() {
    Map<Integer, Long> last =
        dispatch().send(shards(List.of(row(1, 1), row(1, 2)), List.of(row(4, 7))));

    assertThat(last).isEqualTo(Map.of(1, 2L, 4, 7L));
    assertThat(sent()).containsExactly("1/1", "1/2", "4/7");
  }

  @Test
  void nothingIsReportedWhereTheBrokerRefuses() {
    Dispatch dispatch =
        new Dispatch(
            new OutboxSender(() -> new FakeBroker(0), Duration.ofSeconds(5)),
            List.of(),
            JsonMapper.shared(),
            1_000);

    assertThatThrownBy(() -> dispatch.send(shards(List.of(row(1, 1)))))
        .isInstanceOf(KafkaException.class);
  }

  @Test
  void anEntrysEventsAreSentInItsPlace() {
    List<Waiting> rows =
        List.of(row(1, 1), entry(1, 2, 70, 2), row(1, 3), entry(1, 4, 80, 1), row(1, 5));

    dispatch(journal(DispatchTest::tellTwiceTheSeventies))
        .send(shards(rows, List.of(entry(2, 1, 75, 2))));

    assertThat(sent())
        .containsExactly("1/1", "\"70a\"", "\"70b\"", "1/3", "\"80\"", "1/5", "\"75a\"", "\"75b\"");
    ProducerRecord<byte[], byte[]> event = broker.history().get(1);
    assertThat(event.topic()).isEqualTo("told");
    assertThat(event.key()).asString().isEqualTo("key");
    assertThat(header(event, "ce_type")).isEqualTo("type");
    assertThat(header(event, "ce_id")).isEqualTo(new UUID(0, 70).toString());
    assertThat(header(event, "ce_time")).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(header(event, "ce_source")).isEqualTo("/here");
    assertThat(header(event, "traceparent")).isEqualTo("00-1");
  }

  @Test
  void packedRecordsAreSentInTheirPlace() {
    OutboxRow packed =
        Packing.pack(IntStream.range(0, 9).mapToObj(DispatchTest::ordered).toList()).getFirst();

    Map<Integer, Long> last =
        dispatch(journal(DispatchTest::tellTwiceTheSeventies))
            .send(shards(List.of(entry(1, 1, 80, 1), new Waiting(1, 2, packed), row(1, 33))));

    assertThat(sent())
        .containsExactly(
            "\"80\"", "1/0", "1/1", "1/2", "1/3", "1/4", "1/5", "1/6", "1/7", "1/8", "1/33");
    assertThat(last).isEqualTo(Map.of(1, 33L));
  }

  @Test
  void anEntryThatTellsNothingIsPassedOver() {
    Map<Integer, Long> last =
        dispatch(journal((entries, teller) -> {}))
            .send(shards(List.of(row(1, 1), entry(1, 2, 9, 1), row(1, 3))));

    assertThat(sent()).containsExactly("1/1", "1/3");
    assertThat(last).containsEntry(1, 3L);
  }

  @Test
  void aGoEndsWithTheRowThatReachesTheMost() {
    List<Waiting> rows = List.of(row(1, 1), entry(1, 2, 70, 499), row(1, 3));
    List<Waiting> others = List.of(entry(2, 1, 71, 5_000), row(2, 2));

    Map<Integer, Long> last =
        dispatch(journal(DispatchTest::tellTwiceTheSeventies)).send(shards(rows, others));

    assertThat(last).isEqualTo(Map.of(1, 2L, 2, 1L));
  }

  @Test
  void eachJournalTellsItsOwnEntries() {
    OutboxRow.Entry other = new OutboxRow.Entry("other", 5, 1);
    Waiting between =
        new Waiting(
            1,
            2,
            new OutboxRow("told", null, null, Map.of(), Instant.EPOCH, new byte[] {1}, other));

    dispatch(
            journal(DispatchTest::tellTwiceTheSeventies),
            new Named("other", (entries, teller) -> teller.tell(0, event(5, "five"))))
        .send(shards(List.of(entry(1, 1, 80, 1), between, entry(1, 3, 90, 1))));

    assertThat(sent()).containsExactly("\"80\"", "\"five\"", "\"90\"");
  }

  /** A journal by what it tells. */
  private record Named(String name, BiConsumer<List<Long>, Teller> telling)
      implements OutboxJournal {
    @Override
    public void tell(List<Long> entries, Teller teller) {
      telling.accept(entries, teller);
    }
  }

  private static OutboxJournal journal(BiConsumer<List<Long>, OutboxJournal.Teller> telling) {
    return new Named("plain", telling);
  }

  @Test
  void anEntryWithoutAJournalIsNotSkipped() {
    assertThatThrownBy(() -> dispatch().send(shards(List.of(entry(1, 1, 7, 1)))))
        .isInstanceOf(NullPointerException.class);
  }

  private static void tellTwiceTheSeventies(List<Long> entries, OutboxJournal.Teller teller) {
    for (int i = 0; i < entries.size(); i++) {
      long entry = entries.get(i);
      if (entry < 80) {
        teller.tell(i, event(entry, entry + "a"));
        teller.tell(i, event(entry, entry + "b"));
      } else {
        teller.tell(i, event(entry, "" + entry));
      }
    }
  }

  private static JournalEvent event(long id, String payload) {
    return new JournalEvent("told", "key", "type", new UUID(0, id), Instant.EPOCH, payload);
  }

  private Dispatch dispatch(OutboxJournal... journals) {
    OutboxSender sender = new OutboxSender(() -> broker, Duration.ofSeconds(5));
    return new Dispatch(sender, List.of(journals), JsonMapper.shared(), 1_000);
  }

  @SafeVarargs
  private static Map<Integer, List<Waiting>> shards(List<Waiting>... shards) {
    Map<Integer, List<Waiting>> byShard = new TreeMap<>();
    for (List<Waiting> rows : shards) {
      byShard.put(rows.getFirst().shard(), new ArrayList<>(rows));
    }
    return byShard;
  }

  private static Waiting row(int shard, long seq) {
    byte[] text = (shard + "/" + seq).getBytes(StandardCharsets.UTF_8);
    return new Waiting(shard, seq, new OutboxRow("t", text, text, Map.of(), Instant.EPOCH));
  }

  private static OutboxRow ordered(int n) {
    OutboxRow row = row(1, n).row();
    return new OutboxRow(
        row.topic(), row.key(), row.value(), Map.of(), Instant.EPOCH, new byte[] {1}, null);
  }

  private static Waiting entry(int shard, long seq, long entry, int events) {
    Map<String, String> common = CloudEvent.common("/here", "00-1");
    return new Waiting(
        shard,
        seq,
        new OutboxRow(
            "told",
            null,
            null,
            common,
            Instant.EPOCH,
            new byte[] {1},
            new OutboxRow.Entry("plain", entry, events)));
  }

  private List<String> sent() {
    return broker.history().stream()
        .map(r -> new String(r.value(), StandardCharsets.UTF_8))
        .toList();
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
