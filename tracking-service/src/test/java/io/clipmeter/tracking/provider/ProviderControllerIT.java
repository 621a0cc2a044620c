package io.clipmeter.tracking.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.call.Allowance;
import io.clipmeter.tracking.source.call.Allowance.End;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.clipmeter.tracking.source.call.Purpose;
import io.clipmeter.tracking.source.call.Use;
import io.clipmeter.tracking.source.connected.QuickCalls;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ProviderControllerIT extends Stage {
  private static final String PROVIDERS = "/api/admin/tracking/providers";

  @Autowired private ProviderDesk desk;
  @Autowired private Allowance allowance;
  @Autowired private CircuitBreakerRegistry breakers;

  @BeforeEach
  void nothingUsedButKeysChecked() {
    service.get(PROVIDERS);
    empty("provider_use, provider_turn");
  }

  @Test
  void eachProviderIsShownWithWhatIsUsedOfIt() {
    var limits =
        desk.all().stream()
            .filter(calls -> calls.limits().provider().equals("apify"))
            .findFirst()
            .orElseThrow()
            .limits();
    allowance.end(
        limits,
        allowance.take(limits, new Use(100, 0, Purpose.MONEY), Duration.ZERO),
        End.OK,
        Duration.ofMillis(30));
    allowance.end(
        limits,
        allowance.take(limits, new Use(50, 0, Purpose.MONEY), Duration.ZERO),
        End.FAILED,
        Duration.ofMillis(50));
    allowance.end(
        limits,
        allowance.take(limits, new Use(7, 0, Purpose.MONEY), Duration.ZERO),
        End.NOT_CALLED,
        Duration.ofMillis(70));

    JsonNode apify = provider("APIFY");

    assertThat(apify.path("state").asString()).isEqualTo("UP");
    assertThat(apify.path("perMinute").asInt()).isEqualTo(30);
    assertThat(apify.path("cap").path("amount").asString()).isEqualTo("49.00");
    for (String span : new String[] {"today", "month"}) {
      assertThat(apify.path(span).toString())
          .isEqualTo(
              "{\"calls\":2,\"failed\":1,\"successRate\":0.5,\"averageMs\":40,\"videos\":150,"
                  + "\"units\":0,\"spent\":{\"amount\":\"0.06\",\"currency\":\"USD\"}}");
    }
    assertThat(apify.path("platforms").values()).isEmpty();
  }

  @Test
  void whoReadsAPlatformIsShown() {
    JsonNode simulated = provider("SIMULATED");

    assertThat(simulated.path("platforms").toString())
        .contains("{\"platform\":\"TIKTOK\",\"inLine\":1}");
    assertThat(simulated.path("key").path("verdict").asString()).isEqualTo("GOOD");
    assertThat(simulated.path("state").isNull()).isTrue();
  }

  @Test
  void aProviderIsCalledAgainWhenAnAdminSaysSo() {
    assertThat(service.post(PROVIDERS + "/APIFY/resume", null).status()).isEqualTo(204);
    assertThat(service.post(PROVIDERS + "/TIKTOK/resume", null).problem())
        .isEqualTo("provider-not-found");
    assertThat(service.post(PROVIDERS + "/NOBODY/resume", null).status()).isBetween(400, 404);
    assertThat(
            jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'provider-resume'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  /** As TikTok's oEmbed: it gives no readings, but it is called, and can be given up. */
  @Test
  void whoIsOnlyAWitnessIsShownAndCalledAgain() {
    desk.calls("a-witness", QuickCalls.SETTINGS, ChargeSettings.FREE);
    breakers.circuitBreaker("a-witness").transitionToOpenState();

    JsonNode witness = named("a-witness");
    assertThat(witness.path("source").isNull()).isTrue();
    assertThat(witness.path("key").isNull()).isTrue();
    assertThat(witness.path("state").asString()).isEqualTo("DOWN");
    assertThat(witness.path("perMinute").asInt()).isEqualTo(100_000);
    assertThat(witness.at("/today/calls").asInt(-1)).isZero();
    assertThat(service.post(PROVIDERS + "/a-witness/resume", null).status()).isEqualTo(204);

    assertThat(named("a-witness").path("state").asString()).isEqualTo("UP");
  }

  private JsonNode named(String name) {
    return service.get(PROVIDERS).json().path("items").values().stream()
        .filter(item -> item.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyAdminsSeeProviders() {
    assertThat(service.send("GET", PROVIDERS, TestTokens.clipper("c1"), null).status())
        .isEqualTo(403);
  }

  private JsonNode provider(String source) {
    return service.get(PROVIDERS).json().path("items").values().stream()
        .filter(item -> item.path("source").asString().equals(source))
        .findFirst()
        .orElseThrow();
  }
}
