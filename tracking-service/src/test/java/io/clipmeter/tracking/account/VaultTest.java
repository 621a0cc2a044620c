package io.clipmeter.tracking.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.tracking.Bound;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultTest {
  private static final UUID OWNER = UUID.randomUUID();
  private static final String PREFIX = "clipmeter.tracking.secrets";

  @Test
  void withoutAKeyNothingIsStoredAndOneProblemSaysSo() {
    Vault vault = new Vault(Bound.to(PREFIX, SecretSettings.class, Map.of()));

    assertThatThrownBy(() -> vault.seal(OWNER, "a token"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type().slug()).isEqualTo("secrets-key-missing");
              assertThat(problem.type().status()).isEqualTo(409);
            })
        .hasMessageNotContaining("a token");
    assertThatThrownBy(vault::mustBeOpen).isInstanceOf(ProblemException.class);
  }

  @Test
  void withoutItsKeyASecretIsMissingAndNoFault() {
    var envelope = vault(key(1)).seal(OWNER, "a token");

    assertThat(vault(key(1)).open(OWNER, envelope)).contains("a token");
    assertThat(vault(key(2), key(1)).open(OWNER, envelope)).contains("a token");
    assertThat(vault(key(2)).open(OWNER, envelope)).isEmpty();
    assertThat(new Vault(new SecretSettings("", List.of())).open(OWNER, envelope)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "c2hvcnQ=, '', TRACKING_SECRETS_KEY must be 32 bytes",
    "'', c2hvcnQ=, TRACKING_SECRETS_KEY is missing"
  })
  void aWrongKeyStopsTheStart(String key, String old, String named) {
    Bound.refuses(PREFIX, SecretSettings.class, Map.of("key", key, "old-keys", old), named);
  }

  private static Vault vault(String key, String... old) {
    return new Vault(new SecretSettings(key, List.of(old)));
  }

  private static String key(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
