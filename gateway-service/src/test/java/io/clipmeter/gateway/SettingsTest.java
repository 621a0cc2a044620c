package io.clipmeter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/** Pins the keys and defaults that operators rely on. */
class SettingsTest {

  @Test
  void theFileSaysWhatItAlwaysSaid() throws IOException {
    assertThat(file())
        .containsEntry("server.port", "8080")
        .containsEntry("management.server.port", "9080")
        .containsEntry("spring.http.clients.connect-timeout", "1s")
        .containsEntry("spring.http.clients.read-timeout", "60s")
        .containsEntry("clipmeter.security.public-paths", "/, /docs, /docs/**")
        .containsEntry(
            "clipmeter.gateway.backends.submission",
            "${CLIPMETER_GATEWAY_SUBMISSION_URL:http://localhost:8101}")
        .containsEntry(
            "clipmeter.gateway.backends.tracking",
            "${CLIPMETER_GATEWAY_TRACKING_URL:http://localhost:8102}")
        .containsEntry(
            "clipmeter.gateway.backends.earnings",
            "${CLIPMETER_GATEWAY_EARNINGS_URL:http://localhost:8103}")
        .containsEntry(
            "clipmeter.gateway.backends.payout",
            "${CLIPMETER_GATEWAY_PAYOUT_URL:http://localhost:8104}")
        .containsEntry(
            "clipmeter.gateway.backends.analytics",
            "${CLIPMETER_GATEWAY_ANALYTICS_URL:http://localhost:8105}");
  }

  private static Map<String, String> file() throws IOException {
    var source =
        (EnumerablePropertySource<?>)
            new YamlPropertySourceLoader()
                .load("file", new ClassPathResource("application.yaml"))
                .getFirst();
    return java.util.Arrays.stream(source.getPropertyNames())
        .collect(
            Collectors.toMap(
                name -> name,
                name -> String.valueOf(source.getProperty(name)),
                (a, b) -> a,
                TreeMap::new));
  }
}
