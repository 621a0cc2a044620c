package io.clipmeter.benchmarks.settlement;

import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Side;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import io.clipmeter.benchmarks.rounds.Books;
import io.clipmeter.benchmarks.rounds.PublishedEarnings;
import io.clipmeter.benchmarks.rounds.Story;
import io.clipmeter.benchmarks.rounds.Workload;
import io.clipmeter.benchmarks.service.EventWriter;
import io.clipmeter.benchmarks.service.StreamsPeer;
import io.clipmeter.benchmarks.service.TopicReader;
import io.clipmeter.benchmarks.streams.CampaignRow;
import io.clipmeter.benchmarks.streams.ClipRow;
import io.clipmeter.benchmarks.streams.EarningsTopology;
import io.clipmeter.benchmarks.streams.Key;
import io.clipmeter.benchmarks.streams.StreamsProgram;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/**
 * A Kafka Streams topology with exactly-once processing, from records that wait in Kafka to the
 * commit of the transaction that holds the last of its earnings events. Its state is RocksDB's and,
 * for good, its changelogs'.
 */
final class StreamsSide implements Side<Workload>, AutoCloseable {
  static final String NAME = "kafka_streams";

  private final StreamsPeer peer;
  private final StartLine line;
  private final EventWriter events;
  private final List<TopicReader> heard;
  private final TopicReader earnings;
  private final TopicReader clips;
  private final TopicReader campaigns;

  StreamsSide(StreamsPeer peer, String kafka, StartLine line) {
    this.peer = peer;
    this.line = line;
    this.events = EventWriter.aside(kafka, Story.NOW.toString(), EarningsTopology.PREFIX);
    this.heard = EarningsTopology.HEARD.stream().map(name -> new TopicReader(kafka, name)).toList();
    this.earnings = new TopicReader(kafka, EarningsTopology.TOLD);
    this.clips = changelog(kafka, "clips");
    this.campaigns = changelog(kafka, "campaigns");
  }

  private static TopicReader changelog(String kafka, String store) {
    return new TopicReader(kafka, StreamsProgram.APPLICATION + "-" + store + "-changelog");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Run run(Workload work) throws Exception {
    Map<TopicPartition, Long> clipsBefore = clips.ends();
    Map<TopicPartition, Long> campaignsBefore = campaigns.ends();
    introduce(work);
    Story.tellRounds(work, events);
    Map<TopicPartition, Long> before = earnings.ends();
    Map<TopicPartition, Long> all = ends();
    Stopwatch watch = line.start();
    peer.resume();
    peer.awaitCommitted(all);
    Run run = watch.stop(work.observations());
    peer.pause();
    PublishedEarnings published = new PublishedEarnings(work);
    earnings.readSince(before, published::add);
    published.prove();
    books(clipsBefore, campaignsBefore, published).prove(NAME, work, true);
    return run;
  }

  private void introduce(Workload work) throws Exception {
    peer.resume();
    Story.tellCampaigns(work, events);
    peer.awaitCommitted(ends());
    peer.pause();
  }

  private Map<TopicPartition, Long> ends() {
    Map<TopicPartition, Long> ends = new HashMap<>();
    heard.forEach(topic -> ends.putAll(topic.ends()));
    return ends;
  }

  /** What the changelogs say last; there is no ledger, so the events stand for its credits. */
  private Books books(
      Map<TopicPartition, Long> clipsBefore,
      Map<TopicPartition, Long> campaignsBefore,
      PublishedEarnings published) {
    Map<UUID, Long> spent = new HashMap<>();
    Map<UUID, Long> accrued = new HashMap<>();
    campaigns.readSince(
        campaignsBefore,
        row -> spent.put(Key.at(0, row.key()), CampaignRow.of(row.value()).spentMicros()));
    clips.readSince(
        clipsBefore,
        row -> accrued.put(Key.at(1, row.key()), ClipRow.of(row.value()).accruedMicros()));
    return new Books(spent, accrued, published.accrued(), 0);
  }

  @Override
  public void close() {
    events.close();
    heard.forEach(TopicReader::close);
    earnings.close();
    clips.close();
    campaigns.close();
    peer.close();
  }
}
