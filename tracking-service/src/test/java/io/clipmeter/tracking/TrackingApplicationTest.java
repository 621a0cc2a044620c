package io.clipmeter.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrackingApplicationTest {
  private static final String RETRIES = "jdk.httpclient.redirects.retrylimit";

  /** What it is good for is tried in ProviderHttpTest: the client looks at it once in a JVM. */
  @Test
  void beforeAnythingElseTheClientIsToldToSendEachCallOnce() {
    String before = System.clearProperty(RETRIES);
    try {
      assertThatThrownBy(
              () ->
                  TrackingApplication.main(
                      new String[] {"--spring.config.location=classpath:/no-such-file.yaml"}))
          .hasMessageContaining("no-such-file.yaml");

      assertThat(System.getProperty(RETRIES)).isEqualTo("1");
    } finally {
      if (before != null) {
        System.setProperty(RETRIES, before);
      }
    }
  }
}
