package io.clipmeter.payout.details;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.chassis.secret.Envelope;
import io.clipmeter.payout.details.PayoutDetails.BankAccount;
import io.clipmeter.payout.details.PayoutDetails.PayPal;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
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
  void opensWhatWasSealedBeforeARuleOfToday() {
    DetailsCipher cipher = cipher(key(1));
    BankAccount tooShort = new BankAccount("DE03512108001245126", "Zoë 王");
    assertThat(cipher.open(PAYOUT, PayoutMethod.BANK, cipher.seal(PAYOUT, tooShort)))
        .isEqualTo(tooShort);
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

  /** Both were made by the first release, with the key 07 07 07 ... */
  @Test
  void opensAndRecognizesWhatWasStoredByTheFirstRelease() {
    DetailsCipher cipher = cipher(key(7));
    Envelope stored =
        new Envelope(
            "1c8a4f30f04c018c",
            HexFormat.of().parseHex("e97cd39211c750ff9c35d306"),
            HexFormat.of()
                .parseHex(
                    "84dbb560652dec53b3d0035739fa7ddda1d4efdfeb9642bbe268e1554bc746ca2a1a7d6ca3d64ed8e806766c"));
    UUID payout = UUID.fromString("0190a6f0-0000-7000-8000-000000000001");

    assertThat(cipher.open(payout, PayoutMethod.PAYPAL, stored)).isEqualTo(PAYPAL);
    assertThat(new DetailsSettings(key(7), List.of()).keys().fingerprints("abc".getBytes(US_ASCII)))
        .containsExactly("4e28ff8ce8a3cfdc4d4f1c3949674e35e7f44dcdcf54b16f17387319d96a978c");
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
