package io.clipmeter.earnings.terms;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One lane per campaign: whoever works on its money holds it until the transaction ends. */
@Component
public class Lanes {
  private static final String OPEN =
      """
      INSERT INTO lane (campaign_id)
      SELECT DISTINCT id FROM unnest(:ids::uuid[]) AS id ORDER BY id ON CONFLICT DO NOTHING
      """;
  private static final String HOLD =
      "SELECT campaign_id FROM lane WHERE campaign_id = ANY(:ids::uuid[]) ORDER BY campaign_id FOR"
          + " UPDATE";

  private final JdbcClient jdbc;

  Lanes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits for the lanes, in one order for all callers so that nobody waits in a circle. */
  public void hold(Collection<UUID> campaigns) {
    UUID[] ids = campaigns.toArray(UUID[]::new);
    jdbc.sql(OPEN).param("ids", ids).update();
    jdbc.sql(HOLD).param("ids", ids).query(UUID.class).list();
  }
}
