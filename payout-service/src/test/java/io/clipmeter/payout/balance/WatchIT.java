package io.clipmeter.payout.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.payout.RunningService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What operators see. */
class WatchIT extends RunningService {
  @LocalManagementPort private int management;

  @Test
  void ledgerBalancesAndRequestsAreMeasured() {
    String id = newClipper();
    clipperWith(id, "70", "CAD");
    clipperWith(id, "50").requestPayout("20.00");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(metrics())
                    .containsPattern("clipmeter_payout_ledger_sum\\{[^}]*\\} 0.0")
                    .containsPattern("clipmeter_payout_ledger_unbalanced\\{[^}]*\\} 0.0")
                    .containsPattern("clipmeter_payout_balances_differing\\{[^}]*\\} 0.0")
                    .containsPattern("clipmeter_payout_balances_unreserved\\{[^}]*\\} 0.0")
                    .containsPattern(
                        "clipmeter_payout_balance_micros\\{[^}]*currency=\"CAD\",part=\"available\"\\}"
                            + " 7.0E7")
                    .containsPattern(
                        "clipmeter_payout_requests\\{[^}]*status=\"REQUESTED\"\\} [1-9]")
                    .containsPattern("clipmeter_payout_requests\\{[^}]*status=\"UNKNOWN\"\\} [0-9]")
                    .containsPattern("clipmeter_payout_unknown_age_seconds\\{[^}]*\\} [0-9]")
                    .containsPattern("clipmeter_payout_sending_age_seconds\\{[^}]*\\} [0-9]")
                    .containsPattern("clipmeter_payout_approved_age_seconds\\{[^}]*\\} [0-9]")
                    .containsPattern("clipmeter_payout_contradicted\\{[^}]*\\} [0-9]"));
  }

  @Test
  void theServiceIsReady() throws Exception {
    assertThat(fetch("/actuator/health/readiness")).contains("UP");
    assertThat(fetch("/actuator/health/liveness")).contains("UP");
  }

  private String metrics() throws Exception {
    return fetch("/actuator/prometheus");
  }

  private String fetch(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://localhost:" + management + path);
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }
}
