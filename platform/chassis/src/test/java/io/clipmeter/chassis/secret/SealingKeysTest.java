package io.clipmeter.chassis.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealingKeysTest {
  private static final UUID OWNER = UUID.randomUUID();
  private static final byte[] PLAIN = "a token".getBytes(UTF_8);

  @Test
  void opensWhatItSealedForThisIdOnly() {
    SealingKeys keys = keys("a purpose", key(1));
    Envelope envelope = keys.seal(OWNER, PLAIN);
    UUID another = UUID.randomUUID();

    assertThat(keys.open(OWNER, envelope)).isEqualTo(PLAIN);
    assertThatThrownBy(() -> keys.open(another, envelope)).hasMessageContaining(another.toString());
  }

  @Test
  void sealsEachTimeAnewAndShowsNothingOfWhatItSealed() {
    SealingKeys keys = keys("a purpose", key(1));
    Envelope one = keys.seal(OWNER, PLAIN);
    Envelope two = keys.seal(OWNER, PLAIN);

    assertThat(one.nonce()).hasSize(12).isNotEqualTo(two.nonce());
    assertThat(one.ciphertext()).hasSize(PLAIN.length + 16).isNotEqualTo(two.ciphertext());
    assertThat(new String(one.ciphertext(), UTF_8)).doesNotContain("token");
  }

  @Test
  void whatWasChangedDoesNotOpen() {
    SealingKeys keys = keys("a purpose", key(1));
    Envelope envelope = keys.seal(OWNER, PLAIN);
    for (int at = 0; at < envelope.ciphertext().length; at++) {
      byte[] changed = envelope.ciphertext().clone();
      changed[at] ^= 1;
      Envelope forged = new Envelope(envelope.keyId(), envelope.nonce(), changed);

      assertThatThrownBy(() -> keys.open(OWNER, forged)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void afterARotationTheOldKeyOpensAndTheNewOneSeals() {
    Envelope old = keys("a purpose", key(1)).seal(OWNER, PLAIN);
    SealingKeys rotated = keys("a purpose", key(2), key(1));

    assertThat(rotated.open(OWNER, old)).isEqualTo(PLAIN);
    assertThat(rotated.seal(OWNER, PLAIN).keyId())
        .isEqualTo(keys("a purpose", key(2)).seal(OWNER, PLAIN).keyId())
        .isNotEqualTo(old.keyId());
    assertThatThrownBy(() -> keys("a purpose", key(2)).open(OWNER, old))
        .hasMessageContaining(old.keyId())
        .hasMessageContaining("THE_OLD_KEYS");
  }

  @Test
  void eachKeyAndPurposeGivesAFingerprintOfItsOwn() {
    List<String> prints = keys("a purpose", key(2), key(1)).fingerprints(PLAIN);

    assertThat(prints)
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allSatisfy(p -> assertThat(p).hasSize(64));
    assertThat(keys("a purpose", key(1)).fingerprints(PLAIN)).containsExactly(prints.getLast());
    assertThat(keys("another", key(1)).fingerprints(PLAIN)).doesNotContainAnyElementsOf(prints);
  }

  @ParameterizedTest
  @CsvSource({
    "not base64!, '', THE_KEY is not base64",
    "c2hvcnQtc2VjcmV0, '', 'THE_KEY must be 32 bytes in base64, not 12'",
    "'', c2hvcnQtc2VjcmV0, 'THE_OLD_KEYS must be 32 bytes in base64, not 12'",
  })
  void aWrongKeyIsRefusedAndNotQuoted(String key, String old, String message) {
    String first = key.isEmpty() ? key(1) : key;
    List<String> others = old.isEmpty() ? List.of() : List.of(old);

    assertThatThrownBy(() -> SealingKeys.read(names("a purpose"), first, others))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message)
        .hasNoCause();
  }

  private static SealingKeys keys(String purpose, String key, String... old) {
    return SealingKeys.read(names(purpose), key, List.of(old));
  }

  private static SealingKeys.Names names(String purpose) {
    return new SealingKeys.Names(purpose, "THE_KEY", "THE_OLD_KEYS");
  }

  private static String key(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
