package io.clipmeter.chassis.inbox;

import io.clipmeter.chassis.inbox.OutsidePolicy.Log;
import io.clipmeter.chassis.inbox.OutsidePolicy.Outside;
import io.clipmeter.chassis.inbox.OutsidePolicy.ReadFrom;
import io.clipmeter.chassis.inbox.OutsidePolicy.Stored;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has partitions read on from where the database says, and not at all where the log does not have
 * that place: what to do about a gap is for a person to say.
 */
final class Placement {
  private static final Logger LOG = LoggerFactory.getLogger(Placement.class);
  private static final String RUNBOOK = "deploy/README.md, \"When a consumer stands still\"";
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

  private final UnaryOperator<String> consumerOf;
  private final Places places;
  private final Standing standing;

  /**
   * @param consumerOf the consumer's name for a topic
   */
  Placement(UnaryOperator<String> consumerOf, Places places, Standing standing) {
    this.consumerOf = consumerOf;
    this.places = places;
    this.standing = standing;
  }

  /** Places partitions that the consumer has got. */
  void place(Consumer<?, ?> kafka, Collection<TopicPartition> parts) {
    place(kafka, List.copyOf(parts), Map.of());
  }

  /** Places partitions again after Kafka has said that it does not have the place of some. */
  void place(
      Consumer<?, ?> kafka, Collection<TopicPartition> parts, OffsetOutOfRangeException news) {
    LOG.warn("{}", news.getMessage());
    place(kafka, List.copyOf(parts), divergent(news));
  }

  private void place(
      Consumer<?, ?> kafka, List<TopicPartition> parts, Map<TopicPartition, Long> divergent) {
    if (!parts.isEmpty()) {
      Retry.untilAnswered(() -> placeOnce(kafka, parts, divergent));
    }
  }

  /**
   * The database is asked first: what an owner of before applies after that is in the log that is
   * asked later, and the other way round it would look lost.
   */
  private void placeOnce(
      Consumer<?, ?> kafka, List<TopicPartition> parts, Map<TopicPartition, Long> divergent) {
    Map<TopicPartition, Stored> stored = places.begin(parts);
    Map<TopicPartition, Long> starts = kafka.beginningOffsets(parts, ANSWER_WITHIN);
    Map<TopicPartition, Long> ends = kafka.endOffsets(parts, ANSWER_WITHIN);
    Map<TopicPartition, Long> outside = new HashMap<>();
    for (TopicPartition part : parts) {
      Stored at = Objects.requireNonNull(stored.get(part));
      Log whole =
          new Log(Objects.requireNonNull(starts.get(part)), Objects.requireNonNull(ends.get(part)));
      Log log = whole.until(divergent.getOrDefault(part, whole.end()));
      switch (OutsidePolicy.verdict(at, log)) {
        case ReadFrom from -> {
          kafka.seek(part, from.offset());
          standing.goOn(kafka, part);
        }
        case Outside why -> {
          kafka.seek(part, at.next());
          standing.stop(kafka, part);
          outside.put(part, at.next());
          tell(part, at, whole, why);
        }
      }
    }
    places.stand(outside);
  }

  private void tell(TopicPartition part, Stored stored, Log log, Outside why) {
    LOG.error(
        "{}: {}-{} stands still: stored offset {}, log start {}, log end {}: {}. See {}",
        consumerOf.apply(part.topic()),
        part.topic(),
        part.partition(),
        stored.next(),
        log.start(),
        log.end(),
        why.why(),
        RUNBOOK);
  }

  /** Where what was consumed parts from what is there now; 0 where Kafka does not know. */
  private static Map<TopicPartition, Long> divergent(OffsetOutOfRangeException news) {
    Map<TopicPartition, Long> divergent = new HashMap<>();
    if (news instanceof LogTruncationException truncation) {
      truncation
          .offsetOutOfRangePartitions()
          .keySet()
          .forEach(part -> divergent.put(part, divergent(truncation, part)));
    }
    return divergent;
  }

  private static long divergent(LogTruncationException truncation, TopicPartition part) {
    OffsetAndMetadata known = truncation.divergentOffsets().get(part);
    return known == null ? 0 : known.offset();
  }

  /** Whatever has resumed all partitions has resumed those that stand still, too. */
  void stopAgain(Consumer<?, ?> kafka) {
    standing.stopAgain(kafka);
  }

  /** The consumer has lost these. */
  void leave(Consumer<?, ?> kafka, Collection<TopicPartition> gone) {
    standing.leave(kafka, gone);
  }
}
