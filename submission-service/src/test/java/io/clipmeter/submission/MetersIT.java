package io.clipmeter.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.CompletionReason;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class MetersIT {
  private static final double YEAR_SECONDS = 365 * 86_400.0;

  @Autowired Service service;
  @Autowired MeterRegistry meters;
  @Autowired Records records;
  @Autowired JdbcClient sql;

  @Test
  void whatIsReceivedRefusedAndDecidedIsCounted() {
    UUID campaign = service.activeCampaign();
    UUID id = service.submit("cleo", campaign, "https://youtu.be/metersAAAAA").is(201).id();
    service.submit("cleo", campaign, "https://youtu.be/metersAAAAA").is(409);
    double pending = meters.get("clipmeter.submission.pending").gauge().value();
    service
        .admin()
        .post("/api/admin/submissions/" + id + "/reject", "{\"reason\": \"no\"}")
        .is(200);
    assertThat(counted("received", "platform", "YOUTUBE")).isPositive();
    assertThat(counted("refused", "reason", "duplicate-video")).isPositive();
    assertThat(counted("decided", "decision", "REJECTED")).isPositive();
    assertThat(pending).isPositive();
    assertThat(meters.get("clipmeter.submission.pending").gauge().value()).isEqualTo(pending - 1);
    assertThat(meters.get("clipmeter.submission.baseline.wait").gauge().value()).isNotNegative();
  }

  @Test
  void aCampaignThatWasToEndAnHourAgoAndIsNotOverIsCountedUntilItIs() {
    UUID campaign = service.activeCampaign();
    service.admin().post("/api/admin/campaigns/" + campaign + "/end", "").is(200);
    changedBefore(campaign, "59 minutes");
    double before = late();

    changedBefore(campaign, "61 minutes");
    assertThat(late()).isEqualTo(before + 1);

    records.say(Said.completed(campaign, CompletionReason.ENDED_BY_ADMIN));
    await().until(() -> late() == before);
  }

  /** Nobody reads a baseline of those any more. */
  @Test
  void whatWaitsForItsBaselineInACampaignThatIsOverIsNotCounted() {
    UUID campaign = service.activeCampaign();
    UUID id = service.submit("cleo", campaign, "https://youtu.be/metersBBBBB").is(201).id();
    sql.sql("UPDATE submission SET id = ?, created_at = now() - interval '9 years' WHERE id = ?")
        .params(new UUID(0x7000, Long.MIN_VALUE), id)
        .update();
    assertThat(baselineWait()).isGreaterThan(YEAR_SECONDS);

    records.say(Said.completed(campaign, CompletionReason.ENDED_BY_ADMIN));
    await().until(() -> baselineWait() < YEAR_SECONDS);
  }

  private double baselineWait() {
    return meters.get("clipmeter.submission.baseline.wait").gauge().value();
  }

  private void changedBefore(UUID campaign, String interval) {
    sql.sql("UPDATE campaign SET changed_at = now() - CAST(? AS interval) WHERE id = ?")
        .params(interval, campaign)
        .update();
  }

  private double late() {
    return meters.get("clipmeter.submission.campaigns.ending.late").gauge().value();
  }

  private double counted(String what, String tag, String value) {
    return meters.get("clipmeter.submission." + what).tag(tag, value).counter().count();
  }
}
