package io.clipmeter.payout.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.PayoutApplication;
import io.clipmeter.payout.RunningService;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service is started anew with another key, on the database of before. */
class RotationIT extends RunningService {
  private static final String NEW_KEY = "YUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";
  private static final String REQUEST = "/api/clippers/payout-request";

  /** The others go on with the key of before. */
  @AfterEach
  void sealBack() {
    try (ConfigurableApplicationContext back = started(KEY, NEW_KEY)) {
      seal(back);
    }
  }

  @Test
  void aRepeatedRequestGetsItsFirstAnswerAfterARotationToo() {
    String id = newClipper();
    Answer first = clipperWith(id, "50").requestPayout("key", "20.00");
    try (ConfigurableApplicationContext rotated = started(NEW_KEY, KEY)) {
      Api clipper = clipper(id, rotated);
      Answer again = clipper.requestPayout("key", "20.00");
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(clipper.requestPayout("key", "21.00").problem())
          .isEqualTo("idempotency-key-reused");
      String elsewhere = Api.paypal("20.00", "eve@example.com");
      assertThat(clipper.post(REQUEST, "key", elsewhere).problem())
          .isEqualTo("idempotency-key-reused");
    }
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/20.00/0.00/30.00");
  }

  @Test
  void whatAnOldKeyHasSealedIsSealedAnewAndOpensWithoutIt() {
    String id = newClipper();
    UUID payout = clipperWith(id, "50").requestPayout("key", "20.00").id();
    UUID broken = clipperWith(newClipper(), "50").requestPayout("20.00").id();
    sql.sql("UPDATE payout_details SET nonce = decode(repeat('00', 12), 'hex') WHERE payout_id = ?")
        .param(broken)
        .update();
    String before = keyId(payout);
    try (ConfigurableApplicationContext rotated = started(NEW_KEY, KEY)) {
      seal(rotated);
      assertThat(keyId(payout)).isNotEqualTo(before);
      assertThat(keyId(broken)).isEqualTo(before);
    }
    try (ConfigurableApplicationContext forgetful = started(NEW_KEY, "")) {
      assertThat(
              forgetful
                  .getBean(SealedDetails.class)
                  .open(payout, PayoutMethod.PAYPAL)
                  .equals(new PayoutDetails.PayPal("anna@example.com")))
          .isTrue();
    }
  }

  /**
   * Asks again until nothing changes any more: it passes over what its own clock is at, and what
   * does not open, of which other tests leave some.
   */
  private void seal(ConfigurableApplicationContext service) {
    String old = service.getBean(DetailsSettings.class).oldKeyIds().getFirst();
    AtomicLong left = new AtomicLong(-1);
    await()
        .atMost(Duration.ofSeconds(30))
        .during(Duration.ofMillis(300))
        .until(
            () -> {
              service.getBean(ResealClock.class).tick();
              long now = sealedBy(old);
              return left.getAndSet(now) == now;
            });
  }

  private long sealedBy(String key) {
    return sql.sql("SELECT count(*) FROM payout_details WHERE key_id = ?")
        .param(key)
        .query(Long.class)
        .single();
  }

  private String keyId(UUID payout) {
    return sql.sql("SELECT key_id FROM payout_details WHERE payout_id = ?")
        .param(payout)
        .query(String.class)
        .single();
  }

  private ConfigurableApplicationContext started(String key, String oldKey) {
    Map<String, String> properties = new TreeMap<>(engines.properties());
    properties.put("server.port", "0");
    properties.put("clipmeter.payout.details.key", key);
    properties.put("clipmeter.payout.details.old-keys", oldKey);
    String[] arguments =
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new);
    return new SpringApplicationBuilder(PayoutApplication.class).run(arguments);
  }
}
