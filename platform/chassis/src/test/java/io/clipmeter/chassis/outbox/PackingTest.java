package io.clipmeter.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.testing.Trials;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackingTest {
  private static final byte[] ORDER = "one".getBytes(StandardCharsets.UTF_8);

  @Test
  void aFewRecordsStayAsTheyAre() {
    List<OutboxRow> few = records(Packing.RECORDS_LEAST - 1);

    assertThat(Packing.pack(few)).isEqualTo(few);
  }

  @Test
  void manyOfOneShardAreOneRowThatSaysHowMany() {
    List<OutboxRow> packed = Packing.pack(records(Packing.RECORDS_LEAST));

    assertThat(packed).hasSize(1);
    OutboxRow row = packed.getFirst();
    assertThat(row.events()).isEqualTo(Packing.RECORDS_LEAST);
    assertThat(row.shard()).isEqualTo(records(1).getFirst().shard());
    assertThat(row.headers()).as("common").isEqualTo(Map.of("ce_source", "/here"));
  }

  @Test
  void aRowHoldsFiveHundredRecordsAtMost() {
    assertThat(Packing.pack(records(1_001)))
        .extracting(OutboxRow::events)
        .containsExactly(500, 500, 1);
  }

  @Test
  void aRowHoldsAQuarterOfAMebibyteAtMost() {
    List<OutboxRow> large =
        IntStream.range(0, 20).mapToObj(n -> record("t", null, new byte[20_000], n)).toList();

    List<OutboxRow> packed = Packing.pack(large);

    assertThat(packed).extracting(OutboxRow::events).containsExactly(13, 1, 1, 1, 1, 1, 1, 1);
    assertThat(Objects.requireNonNull(packed.getFirst().value()).length).isLessThan(256 * 1024);
  }

  @Test
  void anEntryKeepsItsPlaceAmongTheOthers() {
    OutboxRow entry =
        new OutboxRow(
            "told",
            null,
            null,
            Map.of(),
            Instant.EPOCH,
            ORDER,
            new OutboxRow.Entry("journal", 7, 3));
    List<OutboxRow> rows = new ArrayList<>(records(10));
    rows.add(entry);
    rows.addAll(records(9));

    assertThat(Packing.pack(rows)).extracting(OutboxRow::events).containsExactly(10, 3, 9);
    assertThat(Packing.unpack(entry)).containsExactly(entry);
  }

  @Test
  void whatIsPackedComesOutAsItWas() {
    Trials.of(300)
        .check(
            random -> {
              List<OutboxRow> rows =
                  IntStream.range(0, random.nextInt(1, 900)).mapToObj(n -> any(random, n)).toList();

              List<OutboxRow> out =
                  Packing.pack(rows).stream().flatMap(row -> Packing.unpack(row).stream()).toList();

              assertThat(texts(out)).isEqualTo(texts(rows));
            });
  }

  @Test
  void aRowThatHoldsMoreOrLessThanItSaysIsNotReadHalf() {
    OutboxRow packed = Packing.pack(records(10)).getFirst();

    assertThatThrownBy(() -> Packing.unpack(saying(packed, 9)))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> Packing.unpack(saying(packed, 11)))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static OutboxRow saying(OutboxRow packed, int events) {
    OutboxRow.Entry entry = new OutboxRow.Entry(Packing.JOURNAL, 0, events);
    return new OutboxRow(
        packed.topic(), null, packed.value(), packed.headers(), Instant.EPOCH, ORDER, entry);
  }

  private static List<OutboxRow> records(int count) {
    return IntStream.range(0, count).mapToObj(n -> record("t", ORDER, new byte[] {1}, n)).toList();
  }

  private static OutboxRow record(String topic, byte @Nullable [] key, byte[] value, int id) {
    Map<String, String> headers = Map.of("ce_source", "/here", "ce_id", "" + id);
    return new OutboxRow(topic, key, value, headers, Instant.EPOCH, ORDER, null);
  }

  private static OutboxRow any(RandomGenerator random, int id) {
    int order = random.nextInt(3);
    byte[] value = new byte[random.nextInt(3_000)];
    random.nextBytes(value);
    Map<String, String> headers = new LinkedHashMap<>(Map.of("same", "for all"));
    if (random.nextInt(5) > 0) {
      headers.put("ce_id", "ÿ " + id);
    }
    return new OutboxRow(
        order + "-topic-" + random.nextInt(4),
        random.nextInt(9) == 0 ? null : ("key " + id).getBytes(StandardCharsets.UTF_8),
        random.nextInt(9) == 0 ? null : value,
        headers,
        Instant.EPOCH,
        new byte[] {(byte) order},
        random.nextInt(60) == 0 ? new OutboxRow.Entry("journal", id, 2) : null);
  }

  /** By what they are ordered by: once out of a row they do not know it, but their topics do. */
  private static Map<String, List<String>> texts(List<OutboxRow> rows) {
    Map<String, List<String>> texts = new TreeMap<>();
    for (OutboxRow row : rows) {
      texts
          .computeIfAbsent(row.topic().substring(0, 1), order -> new ArrayList<>())
          .add(
              "%s %s %s %s"
                  .formatted(
                      Arrays.toString(row.key()),
                      Arrays.hashCode(row.value()),
                      new TreeMap<>(row.headers()),
                      row.entry()));
    }
    return texts;
  }
}
