package io.clipmeter.payout.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.payout.details.PayoutDetails.BankAccount;
import io.clipmeter.payout.details.PayoutDetails.PayPal;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DetailsCipherTest {
  private static final UUID PAYOUT = UUID.randomUUID();
  private static final PayPal PAYPAL = new PayPal("anna@example.com");

  @Test
  void opensWhatItSealed() {
    DetailsCipher cipher = cipher(key(1));
    BankAccount bank = new BankAccount("DE89370400440532013000", "Zoë 王");
    assertThat(cipher.open(PAYOUT, PayoutMethod.PAYPAL, cipher.seal(PAYOUT, PAYPAL)))
        .isEqualTo(PAYPAL);
    assertThat(cipher.open(PAYOUT, PayoutMethod.BANK, cipher.seal(PAYOUT, bank))).isEqualTo(bank);
  }

  @Test
  void sealsEachTimeAnew() {
    DetailsCipher cipher = cipher(key(1));
    Envelope one = cipher.seal(PAYOUT, PAYPAL);
    Envelope two = cipher.seal(PAYOUT, PAYPAL);
    assertThat(one.nonce()).isNotEqualTo(two.nonce());
    assertThat(one.ciphertext()).isNotEqualTo(two.ciphertext());
  }

  @Test
  void anEnvelopeOfAnotherPayoutDoesNotOpen() {
    DetailsCipher cipher = cipher(key(1));
    Envelope envelope = cipher.seal(UUID.randomUUID(), PAYPAL);
    assertThatThrownBy(() -> cipher.open(PAYOUT, PayoutMethod.PAYPAL, envelope))
        .hasMessageContaining(PAYOUT.toString());
  }

  @Test
  void aChangedEnvelopeDoesNotOpen() {
    DetailsCipher cipher = cipher(key(1));
    Envelope envelope = cipher.seal(PAYOUT, PAYPAL);
    for (int at = 0; at < envelope.ciphertext().length; at++) {
      byte[] changed = envelope.ciphertext().clone();
      changed[at] ^= 1;
      Envelope forged = new Envelope(envelope.keyId(), envelope.nonce(), changed);
      assertThatThrownBy(() -> cipher.open(PAYOUT, PayoutMethod.PAYPAL, forged))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void afterARotationTheOldKeyOpensAndTheNewOneSeals() {
    Envelope old = cipher(key(1)).seal(PAYOUT, PAYPAL);
    DetailsCipher rotated = cipher(key(2), key(1));
    assertThat(rotated.open(PAYOUT, PayoutMethod.PAYPAL, old)).isEqualTo(PAYPAL);
    assertThat(rotated.seal(PAYOUT, PAYPAL).keyId())
        .isEqualTo(cipher(key(2)).seal(PAYOUT, PAYPAL).keyId())
        .isNotEqualTo(old.keyId());
    assertThatThrownBy(() -> cipher(key(2)).open(PAYOUT, PayoutMethod.PAYPAL, old))
        .hasMessageContaining(old.keyId())
        .hasMessageContaining("PAYOUT_DETAILS_OLD_KEYS");
  }

  @Test
  void aFingerprintTellsDetailsApartAndNeedsTheKey() {
    DetailsCipher cipher = cipher(key(1));
    List<String> print = cipher.fingerprints(PAYPAL);
    assertThat(print).singleElement().asString().hasSize(64);
    assertThat(cipher.fingerprints(new PayPal("anna@example.com"))).isEqualTo(print);
    assertThat(cipher.fingerprints(new PayPal("anne@example.com"))).isNotEqualTo(print);
    assertThat(cipher(key(2)).fingerprints(PAYPAL)).isNotEqualTo(print);
  }

  @Test
  void afterARotationTheFingerprintOfBeforeIsStillThereBehindTheNewOne() {
    assertThat(cipher(key(2), key(1)).fingerprints(PAYPAL))
        .containsExactly(
            cipher(key(2)).fingerprints(PAYPAL).getFirst(),
            cipher(key(1)).fingerprints(PAYPAL).getFirst());
  }

  private static DetailsCipher cipher(String key, String... oldKeys) {
    return new DetailsCipher(
        new DetailsSettings(key, List.of(oldKeys)), JsonMapper.builder().build());
  }

  private static String key(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
