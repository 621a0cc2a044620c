package io.clipmeter.earnings.terms;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The campaigns' terms and budgets. */
@Component
public class Campaigns {
  private static final String SAVE =
      """
      INSERT INTO campaign AS c (id, name, status, version, currency, cpm_micros, clip_cap_micros, budget_micros)
      VALUES (:id, :name, :status, :version, :currency, :cpm, :cap, :budget)
      ON CONFLICT (id) DO UPDATE SET
          name = excluded.name, status = excluded.status, version = excluded.version,
          cpm_micros = excluded.cpm_micros, clip_cap_micros = excluded.clip_cap_micros,
          budget_micros = excluded.budget_micros
      WHERE excluded.version > c.version
      """;
  private static final String FIND = "SELECT * FROM campaign WHERE id = :id";
  private static final String SPEND =
      "UPDATE campaign SET spent_micros = :spent, held_rounds = 0, completed_at = :completedAt"
          + " WHERE id = :id";
  private static final String HOLD =
      "UPDATE campaign SET held_rounds = held_rounds + 1 WHERE id = :id";

  private final JdbcClient jdbc;

  Campaigns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes over a newer version; an older one changes nothing. */
  public void save(CampaignChanged changed) {
    Money budget = changed.budget().toMoney();
    jdbc.sql(SAVE)
        .param("id", changed.campaignId())
        .param("name", changed.name())
        .param("status", changed.status().name())
        .param("version", changed.version())
        .param("currency", budget.currency().getCurrencyCode())
        .param("cpm", changed.cpm().toCpm().micros())
        .param("cap", capOf(changed))
        .param("budget", budget.micros())
        .update();
  }

  private static @Nullable Long capOf(CampaignChanged changed) {
    return changed.clipCap() == null ? null : changed.clipCap().toMoney().micros();
  }

  /** The campaign, unless it has not been heard of yet. */
  public Optional<CampaignTerms> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query(Campaigns::terms).optional();
  }

  /**
   * Records the new total; completes the campaign in the same statement where it equals the budget.
   */
  public void spend(UUID id, Money spent, @Nullable Instant completedAt) {
    jdbc.sql(SPEND)
        .param("id", id)
        .param("spent", spent.micros())
        .param("completedAt", completedAt == null ? null : Timestamp.from(completedAt))
        .update();
  }

  /** One more round waits. */
  public void hold(UUID id) {
    jdbc.sql(HOLD).param("id", id).update();
  }

  private static CampaignTerms terms(ResultSet rs, int row) throws SQLException {
    String currency = rs.getString("currency");
    long cap = rs.getLong("clip_cap_micros");
    Optional<Money> clipCap =
        rs.wasNull() ? Optional.empty() : Optional.of(Money.ofMicros(cap, currency));
    Timestamp completedAt = rs.getTimestamp("completed_at");
    return new CampaignTerms(
        rs.getObject("id", UUID.class),
        rs.getLong("version"),
        Cpm.ofMicros(rs.getLong("cpm_micros"), currency),
        clipCap,
        Money.ofMicros(rs.getLong("budget_micros"), currency),
        Money.ofMicros(rs.getLong("spent_micros"), currency),
        rs.getInt("held_rounds"),
        completedAt == null ? null : completedAt.toInstant());
  }
}
