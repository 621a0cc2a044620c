package io.clipmeter.tracking.video;

import io.clipmeter.tracking.source.order.SourceSettings;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Counts for tests that have no database. */
public final class KnownCountsFixture {
  private KnownCountsFixture() {}

  /** Fails where it is asked. */
  public static KnownCounts unasked() {
    return new KnownCounts(
        JdbcClient.create(new SimpleDriverDataSource()), new SourceSettings(Map.of(), Map.of()));
  }
}
