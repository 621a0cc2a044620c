package io.clipmeter.payout.details;

import io.clipmeter.chassis.secret.Envelope;
import io.clipmeter.chassis.secret.SealingKeys;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns details into envelopes and back. The first key seals; each opens what it has sealed. */
@Component
class DetailsCipher {
  private final SealingKeys keys;
  private final JsonMapper json;
  private final String keyId;
  private final List<String> oldKeyIds;

  DetailsCipher(DetailsSettings settings, JsonMapper json) {
    this.keys = settings.keys();
    this.json = json;
    this.keyId = settings.keyId();
    this.oldKeyIds = settings.oldKeyIds();
  }

  Envelope seal(UUID payoutId, PayoutDetails details) {
    return keys.seal(payoutId, bytes(details));
  }

  PayoutDetails open(UUID payoutId, PayoutMethod method, Envelope envelope) {
    byte[] plain = keys.open(payoutId, envelope);
    return json.readValue(plain, DetailsForm.class).kept(method);
  }

  /** The same, sealed with the current key. */
  Envelope reseal(UUID payoutId, Envelope envelope) {
    return keys.seal(payoutId, keys.open(payoutId, envelope));
  }

  /** The id of the key that seals. */
  String keyId() {
    return keyId;
  }

  /** The ids of the keys that only open. */
  List<String> oldKeyIds() {
    return oldKeyIds;
  }

  /** One by each key, in their order. */
  List<String> fingerprints(PayoutDetails details) {
    return keys.fingerprints(bytes(details));
  }

  private byte[] bytes(PayoutDetails details) {
    return json.writeValueAsBytes(DetailsForm.of(details));
  }
}
