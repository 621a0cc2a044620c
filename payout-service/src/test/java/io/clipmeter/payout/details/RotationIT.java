package io.clipmeter.payout.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.PayoutApplication;
import io.clipmeter.payout.RunningService;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service is started anew with another key, on the database of before. */
class RotationIT extends RunningService {
  private static final String NEW_KEY = "YUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";
  private static final String REQUEST = "/api/clippers/payout-request";

  @Test
  void aRepeatedRequestGetsItsFirstAnswerAfterARotationToo() {
    String id = newClipper();
    Answer first = clipperWith(id, "50").requestPayout("key", "20.00");
    try (ConfigurableApplicationContext rotated = rotated()) {
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

  private ConfigurableApplicationContext rotated() {
    Map<String, String> properties = new TreeMap<>(engines.properties());
    properties.put("server.port", "0");
    properties.put("clipmeter.payout.details.key", NEW_KEY);
    properties.put("clipmeter.payout.details.old-keys", KEY);
    String[] arguments =
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new);
    return new SpringApplicationBuilder(PayoutApplication.class).run(arguments);
  }
}
