package io.clipmeter.tracking.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_772_366_400);
  private static final String BODY = "{\"hookId\":\"aB3xK9\"}";

  /** Made by {@code openssl dgst -sha256 -hmac a-secret-of-16-or-more}. */
  private static final String HEX =
      "3beab70dffb8b87fdd75370481fe5a757a9645b79d59180291084556a6688c0d";

  private static final String BASE64 = "O+q3Df+4uH/ddTcEgf5adXqWRbedWRgCkQhFVqZojA0=";

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        HEX + ", 1772366400, true",
        HEX + ", 1772366400000, true",
        BASE64 + ", 1772366400, true",
        HEX + ", 1772359200, true",
        HEX + ", 1772359199, false",
        HEX + ", 1772373600, true",
        HEX + ", 1772373601, false",
        HEX + ", 0, false",
        HEX + ", soon, false",
        HEX + ", -1772366400, false",
        HEX + ", null, false",
        "null, 1772366400, false",
        "'', 1772366400, false",
        "00, 1772366400, false",
        "zz, 1772366400, false"
      })
  void aCallCountsWhereItIsSignedAndNew(
      @Nullable String mac, @Nullable String timestamp, boolean holds) {
    Signature signature = new Signature(mac, timestamp);

    assertThat(
            signature.holds(
                "a-secret-of-16-or-more", BODY.getBytes(UTF_8), NOW, Duration.ofHours(2)))
        .isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "another-secret-of-16, {\"hookId\":\"aB3xK9\"}",
    "a-secret-of-16-or-more, {\"hookId\":\"aB3xK8\"}"
  })
  void anotherSecretOrBodyIsNoSignature(String secret, String body) {
    Signature signature = new Signature(HEX, "1772366400");

    assertThat(signature.holds(secret, body.getBytes(UTF_8), NOW, Duration.ofHours(2))).isFalse();
  }
}
