package io.clipmeter.earnings.receipt;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose clip a receipt is of. */
@Component
class ReceiptOwners {
  private final JdbcClient jdbc;

  ReceiptOwners(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> clipperOf(UUID clipId) {
    return jdbc.sql("SELECT clipper_id FROM clip WHERE id = :clip")
        .param("clip", clipId)
        .query(String.class)
        .optional();
  }

  Optional<UUID> campaignOf(UUID clipId) {
    return jdbc.sql("SELECT campaign_id FROM clip WHERE id = :clip")
        .param("clip", clipId)
        .query(UUID.class)
        .optional();
  }

  boolean knows(UUID campaignId) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM campaign WHERE id = :campaign)")
        .param("campaign", campaignId)
        .query(Boolean.class)
        .single();
  }
}
