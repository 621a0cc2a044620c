package io.clipmeter.benchmarks.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.benchmarks.rounds.Expected;
import io.clipmeter.benchmarks.rounds.PublishedEarnings;
import io.clipmeter.benchmarks.rounds.RandomWork;
import io.clipmeter.benchmarks.rounds.Story;
import io.clipmeter.benchmarks.rounds.Workload;
import io.clipmeter.events.Event;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.testing.Trials;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class EarningsTopologyTest {
  private final JsonMapper json = new JsonMapper();
  @TempDir private Path folder;

  /**
   * The topics have no order between them: closings may come before readings and after later ones.
   */
  @Test
  void paysEachClipByTheRuleInWhateverOrderTheTopicsAreRead() {
    Trials.of(12)
        .check(
            random -> {
              Workload work = RandomWork.from(random);
              try (TopologyTestDriver driver = driver(random.nextLong())) {
                Story.tellCampaigns(work, event -> pipe(driver, event));
                tellRounds(work, random, driver);
                proveEvents(work, driver);
                proveStores(work, driver);
              }
            });
  }

  private TopologyTestDriver driver(long number) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "trial");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(Long.toString(number)).toString());
    return new TopologyTestDriver(EarningsTopology.make(), settings);
  }

  private void tellRounds(Workload work, RandomGenerator random, TopologyTestDriver driver) {
    Deque<Event> readings = new ArrayDeque<>();
    Deque<Event> closings = new ArrayDeque<>();
    Story.tellRounds(
        work, event -> (event instanceof RoundClosed ? closings : readings).add(event));
    while (!readings.isEmpty() || !closings.isEmpty()) {
      boolean reading = closings.isEmpty() || !readings.isEmpty() && random.nextInt(8) > 0;
      pipe(driver, (reading ? readings : closings).remove());
    }
  }

  private void pipe(TopologyTestDriver driver, Event event) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_type", event.type().ceType().getBytes(UTF_8));
    TestInputTopic<byte[], byte[]> topic =
        driver.createInputTopic(
            EarningsTopology.PREFIX + event.type().topic().topicName(),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    topic.pipeInput(
        new TestRecord<>(event.key().getBytes(UTF_8), json.writeValueAsBytes(event), headers));
  }

  private static void proveEvents(Workload work, TopologyTestDriver driver) {
    PublishedEarnings published = new PublishedEarnings(work);
    List<TestRecord<byte[], byte[]>> told =
        driver
            .createOutputTopic(
                EarningsTopology.TOLD, new ByteArrayDeserializer(), new ByteArrayDeserializer())
            .readRecordsToList();
    told.forEach(record -> published.add(consumed(record)));
    published.prove();
    assertThat(told).hasSize(Math.toIntExact(published.expected()));
  }

  private static ConsumerRecord<byte[], byte[]> consumed(TestRecord<byte[], byte[]> record) {
    return new ConsumerRecord<>(
        EarningsTopology.TOLD,
        0,
        0,
        0,
        TimestampType.CREATE_TIME,
        0,
        0,
        record.key(),
        record.value(),
        record.headers(),
        java.util.Optional.empty());
  }

  private static void proveStores(Workload work, TopologyTestDriver driver) {
    Map<UUID, ClipRow> clips = new HashMap<>();
    try (var all = driver.<byte[], byte[]>getKeyValueStore("clips").all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> row = all.next();
        clips.put(Key.at(1, row.key), ClipRow.of(row.value));
      }
    }
    var campaigns = driver.<byte[], byte[]>getKeyValueStore("campaigns");
    for (Expected expected : work.campaigns()) {
      byte[] campaign = campaigns.get(Key.of(expected.campaign().id()));
      assertThat(CampaignRow.of(campaign).spentMicros()).isEqualTo(expected.spent());
      for (int i = 0; i < expected.campaign().clips().size(); i++) {
        ClipRow clip = requireNonNull(clips.get(expected.campaign().clips().get(i).id()));
        assertThat(clip.accruedMicros()).isEqualTo(expected.accrued(i));
        assertThat(clip.round()).isNull();
      }
    }
    try (var early = driver.<byte[], byte[]>getKeyValueStore("early").all();
        var closings = driver.<byte[], byte[]>getKeyValueStore("closings").all()) {
      assertThat(early.hasNext()).isFalse();
      assertThat(closings.hasNext()).isFalse();
    }
  }
}
