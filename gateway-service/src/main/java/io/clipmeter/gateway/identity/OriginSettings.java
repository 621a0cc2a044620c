package io.clipmeter.gateway.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Browsers of which origins may read answers.
 *
 * @param origins such as {@code https://app.example.com}; no wildcard, since requests carry tokens
 */
@ConfigurationProperties("clipmeter.gateway.cors")
record OriginSettings(@DefaultValue("http://localhost:5173") List<String> origins) {
  OriginSettings {
    origins = List.copyOf(origins);
    for (String origin : origins) {
      if (!origin.matches("https?://[a-z0-9.-]+(:[0-9]{1,5})?")) {
        throw new IllegalArgumentException(
            "clipmeter.gateway.cors.origins must be origins such as https://app.example.com: "
                + origin);
      }
    }
  }
}
