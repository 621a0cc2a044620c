package io.clipmeter.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class MetersIT {

  @Autowired Service service;
  @Autowired MeterRegistry meters;

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

  private double counted(String what, String tag, String value) {
    return meters.get("clipmeter.submission." + what).tag(tag, value).counter().count();
  }
}
