package io.clipmeter.chassis.app;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes one row per event, fails for negative numbers, and on request fails as a database does
 * that is away.
 */
@Component
public class ProbeListener implements TopicListener<Probe> {
  private final JdbcClient jdbc;
  private final AtomicInteger outages = new AtomicInteger();
  private final AtomicBoolean waits = new AtomicBoolean();
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

  ProbeListener(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void failNext(int times) {
    outages.set(times);
  }

  /** Has failing records wait rather than be set aside. */
  public void waitOnFailure(boolean wait) {
    waits.set(wait);
  }

  /** How often a record of this name was tried and refused. */
  public int refusals(String name) {
    return refusals.getOrDefault(name, 0);
  }

  @Override
  public boolean waitOnFailure() {
    return waits.get();
  }

  public List<Long> effects(String name) {
    return jdbc.sql("SELECT n FROM effect WHERE name = ? ORDER BY ctid")
        .param(name)
        .query((rs, n) -> rs.getLong(1))
        .list();
  }

  @Override
  public String topic() {
    return ProbeApplication.TOPIC;
  }

  @Override
  public @Nullable Probe read(Received received) {
    return received.type().equals("probe") ? received.json(Probe.class) : null;
  }

  @Override
  public void apply(List<Probe> events) {
    for (Probe probe : events) {
      jdbc.sql("INSERT INTO effect VALUES (?, ?)").param(probe.name()).param(probe.n()).update();
      if (probe.n() < 0) {
        refusals.merge(probe.name(), 1, Integer::sum);
        throw new IllegalStateException("negative");
      }
    }
    if (outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new TransientDataAccessResourceException("away");
    }
  }
}
