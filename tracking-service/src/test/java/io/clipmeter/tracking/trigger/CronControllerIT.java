package io.clipmeter.tracking.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronControllerIT extends Stage {
  private static final String CRON = "/api/cron/view-tracking";

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void whoBringsTheSecretStartsWhatIsDueAndNothingElse(String method) {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 1);

    assertThat(cron(method, SECRET).json().path("message").asString()).isEqualTo("1 round started");
    awaitNoOpenRound();
    assertThat(cron(method, SECRET).json().path("message").asString())
        .isEqualTo("0 rounds started");
    clock.advance(Duration.ofHours(4));
    assertThat(cron(method, SECRET).json().path("message").asString()).isEqualTo("1 round started");
    awaitNoOpenRound();
  }

  @Test
  void nobodyElseDoes() {
    tracked(Given.campaign(), 1);

    for (String method : new String[] {"GET", "POST"}) {
      assertThat(cron(method, null).problem()).isEqualTo("unauthenticated");
      assertThat(cron(method, "not-the-cron-secret").problem()).isEqualTo("unauthenticated");
      assertThat(cron(method, TestTokens.admin("admin-1")).problem()).isEqualTo("unauthenticated");
    }
    assertThat(jdbc.sql("SELECT count(*) FROM round").query(Long.class).single()).isZero();
  }

  private Answer cron(String method, @Nullable String secret) {
    return service.send(method, CRON, secret, null);
  }
}
