package io.clipmeter.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database refuses, whoever asks: the second line behind the code. */
@ServiceTest
class ConstraintsIT {

  @Autowired Service service;
  @Autowired JdbcClient sql;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spent_micros = budget_micros + 1 | spent_within_budget",
        "spent_micros = -1 | spent_micros",
        "budget_micros = 0 | budget_micros",
        "cpm_micros = 0 | cpm_micros",
        "clip_cap_micros = 0 | clip_cap_micros",
        "status = 'OPEN' | status",
        "status = 'DRAFT' | published_unless_draft",
        "status = 'COMPLETED' | completed_when_over",
        "completed_at = now() | completed_when_over",
        "platforms = '{}' | platforms",
        "platforms = '{VINE}' | platforms",
        "tracking_interval_seconds = 60 | tracking_interval",
      })
  void aCampaignKeepsItsRules(String change, String constraint) {
    UUID id = service.activeCampaign();
    assertRefused("UPDATE campaign SET " + change + " WHERE id = '" + id + "'", constraint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "initial_views = -1, baseline_at = now() | initial_views",
        "initial_views = 5 | baseline_is_whole",
        "current_views = -1, last_view_at = now() | current_views",
        "earnings_micros = -1 | earnings_micros",
        "earnings_micros = 1 | only_clips_earn",
        "final_earnings_micros = 0, final_earnings_at = now() | only_clips_earn",
        "final_earnings_at = now() | final_earnings_are_whole",
        "status = 'APPROVED', decided_by = 'x', decided_at = now() | approval_needs_a_baseline",
        "status = 'REJECTED', decided_by = 'x', decided_at = now() | rejection_needs_a_reason",
        "status = 'REJECTED', rejection_reason = 'x' | decision_is_whole",
        "status = 'WITHDRAWN' | withdrawal_has_a_time",
        "status = 'LOST' | status",
      })
  void aSubmissionKeepsItsRules(String change, String constraint) {
    UUID id = submission();
    assertRefused("UPDATE submission SET " + change + " WHERE id = '" + id + "'", constraint);
  }

  @Test
  void aBaselineIsNeverOverwritten() {
    UUID id = submission();
    String where = " WHERE id = '" + id + "'";
    sql.sql("UPDATE submission SET initial_views = 5, baseline_at = now()" + where).update();
    String again = "UPDATE submission SET initial_views = ";
    assertRefused(again + "6" + where, "captured already");
    assertRefused(again + "NULL, baseline_at = NULL" + where, "captured already");
    assertRefused(
        "UPDATE submission SET baseline_at = now() + interval '1 h'" + where, "captured already");
    assertThat(sql.sql(again + "5" + where).update()).isEqualTo(1);
  }

  @Test
  void aVideoIsTakenOnceWhateverTheCodeDoes() {
    UUID id = submission();
    String copy =
        """
        INSERT INTO submission (id, campaign_id, clipper_id, platform, video_id, url, canonical_url,
                                exclusive, status, created_at)
        SELECT gen_random_uuid(), %s, 'x', platform, video_id, url, canonical_url, true, 'PENDING',
               created_at
        FROM submission WHERE id = '%s'
        """;
    assertRefused(copy.formatted("campaign_id", id), "video_");
    String other = "'" + service.activeCampaign() + "'";
    assertRefused(copy.formatted(other, id), "video_in_one_campaign");
  }

  @Test
  void theAuditLogIsAppendOnly() {
    service.activeCampaign();
    assertRefused("UPDATE audit_log SET actor = 'x'", "append-only");
    assertRefused("DELETE FROM audit_log", "append-only");
    assertRefused("TRUNCATE audit_log", "append-only");
  }

  private UUID submission() {
    long some = UUID.randomUUID().getLeastSignificantBits() & 0xFFFFFFFFFFL;
    String url = "https://www.instagram.com/reel/" + "%011x".formatted(some) + "/";
    return service.submit("cleo", service.activeCampaign(), url).is(201).id();
  }

  private void assertRefused(String statement, String because) {
    assertThatThrownBy(() -> sql.sql(statement).update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining(because);
  }
}
