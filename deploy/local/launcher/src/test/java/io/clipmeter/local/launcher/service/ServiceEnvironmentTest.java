package io.clipmeter.local.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Ports;
import io.clipmeter.local.launcher.home.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {
  @TempDir private Path folder;
  private Secrets secrets;
  private ServiceEnvironment environment;

  @BeforeEach
  void open() {
    secrets = new Secrets(new Home(folder));
    Ports ports = Ports.USUAL.with(List.of("payout=9999", "postgres=5555", "issuer=7777"));
    environment = new ServiceEnvironment(ports, secrets);
  }

  @Test
  void followsChangedPortsEverywhere() {
    assertThat(environment.payout())
        .containsEntry("SERVER_PORT", "9999")
        .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:5555/payout")
        .containsEntry(
            "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", "http://localhost:7777");
    assertThat(environment.gateway())
        .containsEntry("CLIPMETER_GATEWAY_PAYOUT_URL", "http://127.0.0.1:9999");
    assertThat(environment.issuer()).containsEntry("ISSUER_URL", "http://localhost:7777");
  }

  @Test
  void givesEachServiceItsOwnDatabaseAndPassword() {
    assertThat(environment.earnings())
        .containsEntry("SPRING_DATASOURCE_USERNAME", "earnings")
        .containsEntry("SPRING_DATASOURCE_PASSWORD", secrets.databasePassword("earnings"));
    assertThat(environment.gateway()).doesNotContainKey("SPRING_DATASOURCE_URL");
  }

  @Test
  void letsEverythingListenOnTheLoopbackOnly() {
    List<Map<String, String>> all =
        List.of(
            environment.issuer(),
            environment.submission(),
            environment.tracking(),
            environment.earnings(),
            environment.payout(),
            environment.analytics(),
            environment.gateway());

    assertThat(all)
        .allSatisfy(each -> assertThat(each).containsEntry("SERVER_ADDRESS", "127.0.0.1"));
  }

  @Test
  void pointsTheTrackingServiceAtTheSimulator() {
    assertThat(environment.tracking()).containsEntry("APIFY_BASE_URL", "http://127.0.0.1:8111");
  }

  @Test
  void pointsThePayoutServiceAtTheSimulator() {
    assertThat(environment.payout())
        .containsEntry("PAYPAL_BASE_URL", "http://127.0.0.1:8111")
        .containsKeys("PAYPAL_CLIENT_ID", "PAYPAL_CLIENT_SECRET");
  }

  @Test
  void givesEachServiceThatSealsAKeyOfItsOwn() {
    assertThat(environment.tracking())
        .containsEntry("TRACKING_SECRETS_KEY", secrets.trackingSecretsKey());
    assertThat(environment.payout())
        .containsEntry("PAYOUT_DETAILS_KEY", secrets.payoutDetailsKey());
    assertThat(secrets.trackingSecretsKey()).isNotEqualTo(secrets.payoutDetailsKey());
  }
}
