package io.clipmeter.payout.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final byte[] BODY = "{\"id\":\"WH-1\"}".getBytes(UTF_8);
  private static final String ALGORITHM = "SHA256withRSA";
  private final KeyPair keys = keys();

  @Test
  void holdsForWhatWasSignedAndForNothingElse() {
    Signature signature = signed("tid", "2026-03-01T12:00:00Z", "WH-OURS");
    assertThat(signature.holds(keys.getPublic(), "WH-OURS", BODY)).isTrue();
    assertThat(signature.holds(keys.getPublic(), "WH-OTHER", BODY)).isFalse();
    assertThat(signature.holds(keys().getPublic(), "WH-OURS", BODY)).isFalse();
    assertThat(signature.holds(keys.getPublic(), "WH-OURS", "{\"id\":\"WH-2\"}".getBytes(UTF_8)))
        .isFalse();
    assertThat(signed("other", "2026-03-01T12:00:00Z", "WH-OURS").signature())
        .isNotEqualTo(signature.signature());
    Signature moved =
        new Signature("tid", "2026-03-01T12:00:01Z", signature.signature(), "u", ALGORITHM);
    assertThat(moved.holds(keys.getPublic(), "WH-OURS", BODY)).isFalse();
  }

  @Test
  void bytesThatAreNoSignatureDoNotHold() {
    for (String text : new String[] {"", "%%%", "AAAA", "a".repeat(344)}) {
      assertThat(
              new Signature("tid", "t", text, "u", ALGORITHM)
                  .holds(keys.getPublic(), "WH-OURS", BODY))
          .isFalse();
    }
  }

  @Test
  void isWholeOnlyWithAllHeadersAndTheOneAlgorithm() {
    assertThat(new Signature("i", "t", "s", "u", ALGORITHM).isComplete()).isTrue();
    assertThat(new Signature(null, "t", "s", "u", ALGORITHM).isComplete()).isFalse();
    assertThat(new Signature("i", "", "s", "u", ALGORITHM).isComplete()).isFalse();
    assertThat(new Signature("i", "t", null, "u", ALGORITHM).isComplete()).isFalse();
    assertThat(new Signature("i", "t", "s", null, ALGORITHM).isComplete()).isFalse();
    assertThat(new Signature("i", "t", "s", "u", "SHA1withRSA").isComplete()).isFalse();
    assertThat(new Signature("i".repeat(2001), "t", "s", "u", ALGORITHM).isComplete()).isFalse();
  }

  private Signature signed(String id, String time, String webhook) {
    CRC32 sum = new CRC32();
    sum.update(BODY);
    try {
      java.security.Signature signer = java.security.Signature.getInstance(ALGORITHM);
      signer.initSign(keys.getPrivate());
      signer.update((id + "|" + time + "|" + webhook + "|" + sum.getValue()).getBytes(UTF_8));
      String text = Base64.getEncoder().encodeToString(signer.sign());
      return new Signature(id, time, text, "u", ALGORITHM);
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
