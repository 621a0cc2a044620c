package io.clipmeter.chassis.outbox;

import io.clipmeter.chassis.observability.TraceParent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes events with the transaction that decided them: they are written when it commits, or not
 * at all, and the relay sends them to Kafka afterwards. Events of one key arrive in the order of
 * the transactions that wrote them.
 *
 * <p>What was published behind a savepoint that is rolled back is not published.
 *
 * <p>Rows are written at commit and not at once, so that a shard's row is locked for the shortest
 * time and always in the same order.
 */
public final class Outbox {
  private final OutboxRows rows;
  private final OutboxSettings settings;
  private final JsonMapper json;
  private final Clock clock;
  private final TraceParent trace;
  private final Runnable wakeRelay;

  Outbox(
      OutboxRows rows,
      OutboxSettings settings,
      JsonMapper json,
      Clock clock,
      TraceParent trace,
      Runnable wakeRelay) {
    this.rows = rows;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
    this.trace = trace;
    this.wakeRelay = wakeRelay;
  }

  /**
   * Publishes with a random event id; see {@link #append(String, String, String, Object, UUID)}.
   */
  public void append(String topic, String key, String type, Object payload) {
    append(topic, key, type, payload, UUID.randomUUID());
  }

  /**
   * Publishes a CloudEvent in binary mode with this transaction.
   *
   * @param key decides the partition and is what order is kept for
   * @param type the {@code ce_type}
   * @param payload becomes the JSON value, at most the configured number of bytes
   * @param id the {@code ce_id}: consumers drop what they have already seen under it
   * @throws IllegalStateException outside a transaction
   * @throws IllegalArgumentException where the payload is too large to be sent
   */
  public void append(String topic, String key, String type, Object payload, UUID id) {
    append(topic, key, type, payload, id, key);
  }

  /**
   * As {@link #append(String, String, String, Object, UUID)}, in the order of something else than
   * its key.
   *
   * @param order events of the same order are sent in the order of the transactions that wrote them
   */
  public void append(String topic, String key, String type, Object payload, UUID id, String order) {
    Instant now = clock.instant();
    append(
        new OutboxRow(
            topic,
            key.getBytes(StandardCharsets.UTF_8),
            json.writeValueAsBytes(payload),
            CloudEvent.headers(type, id, now, common()),
            now,
            order.getBytes(StandardCharsets.UTF_8),
            null));
  }

  /**
   * Publishes what an entry of the service's {@link OutboxJournal} tells, without writing it again.
   *
   * @param journal its name
   * @param topic of its events
   * @param events how many events the entry makes; nothing is published where there are none
   * @param order as above
   */
  public void appendEntry(String journal, String topic, long entry, int events, String order) {
    if (events > 0) {
      append(
          new OutboxRow(
              topic,
              null,
              null,
              common(),
              clock.instant(),
              order.getBytes(StandardCharsets.UTF_8),
              new OutboxRow.Entry(journal, entry, events)));
    }
  }

  /**
   * A mark behind everything that has been published so far, as it is seen inside this transaction;
   * see {@link #sentUpTo}.
   */
  public List<Long> mark() {
    return rows.mark();
  }

  /** Whether the broker has everything that was published before the mark. */
  public boolean sentUpTo(List<Long> mark) {
    return rows.sentUpTo(mark);
  }

  private Map<String, String> common() {
    return CloudEvent.common(settings.source(), trace.current());
  }

  /**
   * Publishes bytes as they are, as dead letters need it. Header values are taken as ISO 8859-1.
   */
  public void appendRaw(
      String topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {
    append(new OutboxRow(topic, key, value, headers, clock.instant()));
  }

  private void append(OutboxRow row) {
    if (row.size() > settings.recordBytesMax()) {
      throw new IllegalArgumentException(
          row.topic() + ": record of " + row.size() + " bytes is too large");
    }
    pending().add(row);
  }

  @SuppressWarnings("unchecked")
  private List<OutboxRow> pending() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("events are published inside a transaction only");
    }
    Object bound = TransactionSynchronizationManager.getResource(this);
    if (bound != null) {
      return (List<OutboxRow>) bound;
    }
    List<OutboxRow> pending = new ArrayList<>();
    TransactionSynchronizationManager.bindResource(this, pending);
    TransactionSynchronizationManager.registerSynchronization(new AtCommit(pending));
    return pending;
  }

  private final class AtCommit implements TransactionSynchronization {
    private final List<OutboxRow> pending;

    /** How many rows there were at each savepoint; none at those before the first row. */
    private final Map<Object, Integer> before = new IdentityHashMap<>();

    private AtCommit(List<OutboxRow> pending) {
      this.pending = pending;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Outbox.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Outbox.this, pending);
    }

    @Override
    public void savepoint(Object savepoint) {
      before.put(savepoint, pending.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
      pending.subList(before.getOrDefault(savepoint, 0), pending.size()).clear();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      rows.insert(pending);
    }

    @Override
    public void afterCommit() {
      wakeRelay.run();
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Outbox.this);
    }
  }
}
