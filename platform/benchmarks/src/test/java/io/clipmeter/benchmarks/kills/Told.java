package io.clipmeter.benchmarks.kills;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.benchmarks.rounds.Expected;
import io.clipmeter.benchmarks.rounds.PublishedEarnings;
import io.clipmeter.benchmarks.service.TopicReader;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;

/** All that earnings told the world, against the model. */
final class Told {
  private final JsonMapper json = new JsonMapper();
  private final Model model;
  private final PublishedEarnings published;
  private final Map<String, String> byId = new HashMap<>();
  private final Map<UUID, Long> accruals = new HashMap<>();
  private final Map<UUID, Long> spent = new HashMap<>();
  private final Map<UUID, Long> completed = new HashMap<>();
  private long repeated;

  Told(Model model) {
    this.model = model;
    this.published = new PublishedEarnings(model.work());
  }

  /** Reads every record of its topics. */
  void read(String servers) {
    for (Topic topic : new Topic[] {Topic.EARNINGS, Topic.BUDGETS, Topic.CAMPAIGN_COMPLETIONS}) {
      try (TopicReader reader = new TopicReader(servers, topic.topicName())) {
        reader.readSince(Map.of(), this::hear);
      }
    }
  }

  /** Hears one event. */
  void hear(ConsumerRecord<byte[], byte[]> record) {
    String id = header(record, "ce_id");
    String type = header(record, "ce_type");
    String said = type + " " + new String(record.key(), UTF_8) + new String(record.value(), UTF_8);
    String before = byId.putIfAbsent(id, said);
    if (before != null) {
      assertThat(said).as("event %s, said again", id).isEqualTo(before);
      repeated++;
      return;
    }
    switch (EventType.of(type).orElseThrow()) {
      case EARNINGS_ACCRUED -> accrued(id, json.readValue(record.value(), EarningsAccrued.class));
      case BUDGET_SPENT -> spent(json.readValue(record.value(), BudgetSpent.class));
      case CAMPAIGN_COMPLETED -> completed(json.readValue(record.value(), CampaignCompleted.class));
      default -> {}
    }
    if (record.topic().equals(Topic.EARNINGS.topicName())) {
      published.add(record);
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private void accrued(String id, EarningsAccrued event) {
    assertThat(event.accrualId()).hasToString(id);
    accruals.put(event.accrualId(), event.amount().toMoney().micros());
  }

  /** The newest of them. */
  private void spent(BudgetSpent event) {
    long micros = event.spent().toMoney().micros();
    spent.merge(event.campaignId(), micros, Math::max);
  }

  private void completed(CampaignCompleted event) {
    assertThat(completed.put(event.campaignId(), event.spent().toMoney().micros()))
        .as("completed under another id before")
        .isNull();
  }

  /** How many records said again what had been said. */
  long repeated() {
    return repeated;
  }

  /** Proves that each accrual of the model was told, and nothing else. */
  void prove() {
    assertThat(accruals).isEqualTo(model.accruals());
    published.prove();
    Map<UUID, Long> all =
        model.work().campaigns().stream()
            .collect(Collectors.toMap(each -> each.campaign().id(), Expected::spent));
    assertThat(spent).isEqualTo(all);
    Map<UUID, Long> over =
        model.work().campaigns().stream()
            .filter(Expected::completed)
            .collect(Collectors.toMap(each -> each.campaign().id(), Expected::spent));
    assertThat(completed).isEqualTo(over);
  }
}
