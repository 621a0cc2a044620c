package io.clipmeter.chassis.inbox;

import static io.clipmeter.chassis.app.PairGatherer.LEFTS;
import static io.clipmeter.chassis.app.PairGatherer.RIGHTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.chassis.app.PairGatherer;
import io.clipmeter.chassis.app.Probe;
import io.clipmeter.chassis.app.ProbeApplication;
import io.clipmeter.testing.WithEngines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@WithEngines
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GatheringIT {
  private static final String KEY = "gathering";
  private final JsonMapper json = new JsonMapper();

  @Autowired PairGatherer pairs;
  @Autowired KafkaConnectionDetails kafka;
  @Autowired JdbcClient jdbc;
  @Autowired Consumers consumers;

  @Test
  void whatBelongsTogetherTakesEffectOnceAllOfItIsHere() {
    send(LEFTS, "one");
    send(LEFTS, "two");
    send(RIGHTS, "two");
    awaitEffect("two", 1);
    assertThat(effects("one")).isEmpty();

    send(RIGHTS, "one");

    awaitEffect("one", 1);
  }

  @Test
  void theStoredOffsetIsThatOfTheOldestRecordNeeded() {
    RecordMetadata waiting = send(LEFTS, "waiting");
    send(LEFTS, "passing");
    RecordMetadata last = send(RIGHTS, "passing");
    awaitEffect("passing", 1);

    assertThat(stored(waiting)).isEqualTo(waiting.offset());
    assertThat(stored(last)).isEqualTo(last.offset() + 1);
    send(RIGHTS, "waiting");
    awaitEffect("waiting", 1);
    assertThat(stored(waiting)).isEqualTo(waiting.offset() + 2);
  }

  @Test
  void whatWasOpenAtTheEndOfOneLifeIsReadAgainInTheNext() {
    send(LEFTS, "survivor");
    send(LEFTS, "neighbour");
    send(RIGHTS, "neighbour");
    awaitEffect("neighbour", 1);
    consumers.stop();
    consumers.start();

    send(RIGHTS, "survivor");

    awaitEffect("survivor", 1);
    assertThat(effects("neighbour")).containsExactly(1L);
  }

  @Test
  void aFailureOfTheSurroundingsIsTriedAgainUntilItPasses() {
    pairs.failNext(3);
    send(LEFTS, "outage");
    send(RIGHTS, "outage");

    awaitEffect("outage", 1);
  }

  @Test
  void whatComesWhileSomethingIsAppliedIsReadMeanwhileAndNotLostWhenThatFails() {
    pairs.failNext(1);
    send(LEFTS, PairGatherer.SLOW);
    send(RIGHTS, PairGatherer.SLOW);
    send(LEFTS, PairGatherer.HASTY);
    send(RIGHTS, PairGatherer.HASTY);

    awaitEffect(PairGatherer.SLOW, 1);
    awaitEffect(PairGatherer.HASTY, 1);
  }

  @Test
  void whatCannotBeDecidedIsKeptAndDoesNotStopTheOthers() {
    send(LEFTS, PairGatherer.UNDECIDABLE);
    send(RIGHTS, PairGatherer.UNDECIDABLE);
    awaitEffect(PairGatherer.UNDECIDABLE, 2);

    send(LEFTS, "decidable");
    send(RIGHTS, "decidable");

    awaitEffect("decidable", 1);
  }

  @Test
  void whatCannotEvenBeKeptIsSetAsideAndAllBesideItIsKept() {
    send(LEFTS, "open beside it");
    RecordMetadata left = send(LEFTS, PairGatherer.UNKEEPABLE);
    RecordMetadata right = send(RIGHTS, PairGatherer.UNKEEPABLE);

    awaitEffect("open beside it", 3);
    await().atMost(Duration.ofSeconds(30)).until(() -> setAside(left) == 1 && setAside(right) == 1);
    assertThat(effects(PairGatherer.UNKEEPABLE)).isEmpty();
    send(LEFTS, "after it");
    send(RIGHTS, "after it");

    awaitEffect("after it", 1);
    assertThat(setAside(left)).isEqualTo(1);
  }

  @Test
  void anErrorThatIsNoFailureOfTheMachineEndsNoThread() {
    pairs.breakNext(3);
    send(LEFTS, "broken");
    send(RIGHTS, "broken");

    awaitEffect("broken", 1);
  }

  @Test
  void aRecordThatCannotBeReadIsSetAsideOnceThoughItIsReadAgain() {
    send(LEFTS, "before");
    RecordMetadata poison = send(LEFTS, "rubbish{".getBytes(StandardCharsets.UTF_8));
    await().atMost(Duration.ofSeconds(30)).until(() -> setAside(poison) == 1);
    consumers.stop();
    consumers.start();

    send(RIGHTS, "before");

    awaitEffect("before", 1);
    assertThat(setAside(poison)).isEqualTo(1);
  }

  @Test
  void progressWithoutAnEffectIsStoredToo() {
    send(LEFTS, "lonely");
    RecordMetadata poison = send(RIGHTS, "{".getBytes(StandardCharsets.UTF_8));

    await().atMost(Duration.ofSeconds(30)).until(() -> stored(poison) == poison.offset() + 1);
    send(RIGHTS, "lonely");
    awaitEffect("lonely", 1);
  }

  private RecordMetadata send(String topic, String name) {
    return send(topic, json.writeValueAsBytes(new Probe(name, 1)));
  }

  private RecordMetadata send(String topic, byte[] value) {
    String servers = String.join(",", kafka.getConsumer().getBootstrapServers());
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", servers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      return producer
          .send(new ProducerRecord<>(topic, KEY.getBytes(StandardCharsets.UTF_8), value))
          .get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitEffect(String name, long effect) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(effects(name)).containsExactly(effect));
  }

  private List<Long> effects(String name) {
    return jdbc.sql("SELECT n FROM effect WHERE name = ?")
        .param(name)
        .query((rs, n) -> rs.getLong(1))
        .list();
  }

  private long stored(RecordMetadata of) {
    return jdbc.sql(
            """
            SELECT coalesce(max(next_offset), -1) FROM chassis.consumer_offset
            WHERE topic = :topic AND part = :part AND consumer NOT LIKE '%:set-aside'
            """)
        .param("topic", of.topic())
        .param("part", of.partition())
        .query(Long.class)
        .single();
  }

  private long setAside(RecordMetadata poison) {
    return jdbc.sql(
            """
            SELECT count(*) FROM chassis.outbox
            WHERE topic LIKE :topic || '.%.dlt' AND headers ->> 'dlt_offset' = :offset
              AND headers ->> 'dlt_partition' = :part
            """)
        .param("topic", poison.topic())
        .param("offset", Long.toString(poison.offset()))
        .param("part", Integer.toString(poison.partition()))
        .query(Long.class)
        .single();
  }
}
