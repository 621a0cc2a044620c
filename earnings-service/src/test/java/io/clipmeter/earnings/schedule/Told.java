package io.clipmeter.earnings.schedule;

import static io.clipmeter.earnings.schedule.PaperNews.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.outbox.OutboxJournal;
import io.clipmeter.events.Amount;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsQuestioned;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.EventType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the outbox tells from some moment on, each campaign's news in their order. */
final class Told {
  private static final String MARK = "SELECT next_seq - 1 FROM chassis.outbox_shard ORDER BY shard";
  private static final String SINCE =
      """
      SELECT o.shard, o.seq, o.journal, o.entry, o.headers::text, o.value
      FROM unnest(:marks::bigint[]) WITH ORDINALITY AS m (seq, place)
      CROSS JOIN LATERAL (SELECT * FROM chassis.outbox o WHERE o.shard = m.place - 1 AND o.seq > m.seq ORDER BY o.seq LIMIT 100000) o
      ORDER BY o.shard, o.seq
      """;
  private static final UUID NONE = new UUID(0, 0);

  private final Core core;
  private final List<Long> marks;
  private final Map<UUID, List<String>> news = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  private record Row(
      int shard,
      long seq,
      @Nullable Entry entry,
      Map<String, String> headers,
      byte @Nullable [] value) {}

  private record Entry(String journal, long id) {}

  /** From now on. */
  Told(Core core) {
    this.core = core;
    this.marks = core.jdbc().sql(MARK).query(Long.class).list();
  }

  /** All of it, by campaign. */
  Map<UUID, List<String>> read() {
    List<Row> rows =
        core.jdbc()
            .sql(SINCE)
            .param("marks", marks.toArray(Long[]::new))
            .query(
                (rs, n) ->
                    new Row(
                        rs.getInt(1),
                        rs.getLong(2),
                        rs.getString(3) == null ? null : new Entry(rs.getString(3), rs.getLong(4)),
                        headers(rs.getString(5)),
                        rs.getBytes(6)))
            .list();
    dense(rows);
    Map<Entry, List<Object>> entries = entries(rows);
    for (Row row : rows) {
      if (row.entry() == null) {
        note(row.headers(), row.value());
      } else if (isPacked(row.entry())) {
        PackedRow.records(row.headers(), Objects.requireNonNull(row.value()))
            .forEach(sent -> note(sent.headers(), sent.value()));
      } else {
        entries.getOrDefault(row.entry(), List.of()).forEach(this::told);
      }
    }
    return news;
  }

  private static boolean isPacked(Entry entry) {
    return entry.journal().equals(PackedRow.JOURNAL);
  }

  private Map<String, String> headers(String json) {
    Map<String, String> headers = new HashMap<>();
    core.json()
        .readTree(json)
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().asString()));
    return headers;
  }

  private void dense(List<Row> rows) {
    List<Long> last = new ArrayList<>(marks);
    for (Row row : rows) {
      assertThat(row.seq()).as("dense").isEqualTo(last.get(row.shard()) + 1);
      last.set(row.shard(), row.seq());
    }
  }

  private Map<Entry, List<Object>> entries(List<Row> rows) {
    Map<Entry, List<Object>> told = new HashMap<>();
    assertThat(core.journals())
        .extracting(OutboxJournal::name)
        .as("journals")
        .containsAll(
            rows.stream()
                .map(Row::entry)
                .filter(entry -> entry != null && !isPacked(entry))
                .map(Entry::journal)
                .toList());
    for (OutboxJournal journal : core.journals()) {
      List<Entry> entries =
          rows.stream()
              .map(Row::entry)
              .filter(entry -> entry != null && entry.journal().equals(journal.name()))
              .toList();
      core.transaction().executeWithoutResult(status -> tell(journal, entries, told));
    }
    return told;
  }

  private void tell(OutboxJournal journal, List<Entry> entries, Map<Entry, List<Object>> told) {
    journal.tell(
        entries.stream().map(Entry::id).toList(),
        (index, event) -> {
          assertThat(ids.add(event.id().toString())).as("told once").isTrue();
          told.computeIfAbsent(entries.get(index), e -> new ArrayList<>()).add(event.payload());
        });
  }

  private void told(Object event) {
    switch (event) {
      case EarningsAccrued accrued -> accrued(accrued);
      case EarningsFinalized last -> finalized(last);
      // None of a world's campaigns may have one; others' books are broken by their tests.
      case EarningsQuestioned questioned ->
          add(Objects.requireNonNullElse(questioned.campaignId(), NONE), "QUESTIONED");
      default -> throw new IllegalStateException("no journal tells " + event);
    }
  }

  private void finalized(EarningsFinalized e) {
    add(e.campaignId(), line("FINAL", e.clipId(), micros(e.finalEarnings()), e.views()));
  }

  private void accrued(EarningsAccrued e) {
    add(
        e.campaignId(),
        line("ACCRUED", e.roundId(), e.clipId(), micros(e.amount()), micros(e.clipTotal())));
  }

  private void note(Map<String, String> headers, byte @Nullable [] json) {
    String type = headers.getOrDefault("ce_type", "");
    String value = new String(Objects.requireNonNull(json), StandardCharsets.UTF_8);
    assertThat(ids.add(headers.getOrDefault("ce_id", ""))).as("%s told once", value).isTrue();
    if (type.equals(EventType.BUDGET_SPENT.ceType())) {
      BudgetSpent e = core.json().readValue(value, BudgetSpent.class);
      add(
          e.campaignId(),
          line("BUDGET", e.roundId(), e.held(), micros(e.budget()), micros(e.spent())));
    } else if (type.equals(EventType.EARNINGS_FINALIZED.ceType())) {
      finalized(core.json().readValue(value, EarningsFinalized.class));
    } else if (type.equals(EventType.CAMPAIGN_COMPLETED.ceType())) {
      completed(core.json().readValue(value, CampaignCompleted.class));
    } else {
      correction(type, value);
    }
  }

  private void completed(CampaignCompleted e) {
    long refunded = micros(Objects.requireNonNull(e.refunded()));
    String what =
        line(e.version(), micros(e.spent()), e.clips(), e.views(), e.reason().name(), refunded);
    add(e.campaignId(), "COMPLETED " + what);
  }

  private void correction(String type, String value) {
    if (type.equals(EventType.EARNINGS_ADJUSTED.ceType())) {
      EarningsAdjusted e = core.json().readValue(value, EarningsAdjusted.class);
      add(e.campaignId(), line("ADJUSTED", e.clipId(), micros(e.amount())));
    } else if (type.equals(EventType.EARNINGS_HELD.ceType())) {
      EarningsHeld e = core.json().readValue(value, EarningsHeld.class);
      add(e.campaignId(), line("HELD", e.clipId(), micros(e.amount())));
    } else if (type.equals(EventType.EARNINGS_RELEASED.ceType())) {
      EarningsReleased e = core.json().readValue(value, EarningsReleased.class);
      add(e.campaignId(), line("RELEASED", e.clipId(), micros(e.amount())));
    }
  }

  private void add(UUID campaign, String what) {
    news.computeIfAbsent(campaign, id -> new ArrayList<>()).add(what);
  }

  private static long micros(Amount amount) {
    return amount.toMoney().micros();
  }

  /** Clips' final sums are told together and in no order. */
  static List<String> finalsSorted(List<String> told) {
    List<String> sorted = new ArrayList<>();
    List<String> finals = new ArrayList<>();
    for (String line : told) {
      if (!line.startsWith("FINAL")) {
        finals.sort(null);
        sorted.addAll(finals);
        finals.clear();
        sorted.add(line);
      } else {
        finals.add(line);
      }
    }
    finals.sort(null);
    sorted.addAll(finals);
    return sorted;
  }
}
