package io.clipmeter.earnings.terms;

import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The terms of each version of each campaign that changed them. */
@Component
public class TermsVersions {
  private static final String ADD =
      """
      INSERT INTO terms (campaign_id, version, cpm_micros, clip_cap_micros, min_views, budget_micros, hold_days, valid_from)
      VALUES (:campaign, :version, :cpm, :cap, :minViews, :budget, :holdDays, :from)
      """;
  private static final String OF =
      """
      SELECT t.*, c.currency FROM terms t JOIN campaign c ON c.id = t.campaign_id
      WHERE t.campaign_id = :campaign ORDER BY t.version
      """;

  private final JdbcClient jdbc;

  TermsVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID campaignId, Terms terms) {
    jdbc.sql(ADD)
        .param("campaign", campaignId)
        .param("version", terms.version())
        .param("cpm", terms.cpm().micros())
        .param("cap", terms.clipCap().map(Money::micros).orElse(null))
        .param("minViews", terms.minViews())
        .param("budget", terms.budget().micros())
        .param("holdDays", terms.holdDays())
        .param("from", Timestamp.from(terms.validFrom()))
        .update();
  }

  /** All terms of a campaign; empty where it has not been heard of. */
  public TermsHistory of(UUID campaignId) {
    List<Terms> all = jdbc.sql(OF).param("campaign", campaignId).query(TermsVersions::terms).list();
    return new TermsHistory(all);
  }

  private static Terms terms(ResultSet rs, int row) throws SQLException {
    String currency = rs.getString("currency");
    Long cap = rs.getObject("clip_cap_micros", Long.class);
    return new Terms(
        rs.getLong("version"),
        Cpm.ofMicros(rs.getLong("cpm_micros"), currency),
        Optional.ofNullable(cap).map(micros -> Money.ofMicros(micros, currency)),
        rs.getLong("min_views"),
        Money.ofMicros(rs.getLong("budget_micros"), currency),
        rs.getInt("hold_days"),
        rs.getTimestamp("valid_from").toInstant());
  }
}
