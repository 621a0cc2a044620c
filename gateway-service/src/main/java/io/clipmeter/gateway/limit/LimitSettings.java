package io.clipmeter.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one request may weigh.
 *
 * @param bodyMax largest request body, at least 1 byte
 */
@ConfigurationProperties("clipmeter.gateway.limit")
record LimitSettings(@DefaultValue("1MB") DataSize bodyMax) {
  LimitSettings {
    if (bodyMax.toBytes() < 1) {
      throw new IllegalArgumentException("clipmeter.gateway.limit.body-max must be at least 1B");
    }
  }
}
