package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An order whose details do not open, as while keys are rotated, is not made and not in doubt. */
class PayPalKeysIT extends PayPalStage {
  @Test
  void whatDoesNotOpenIsTriedAgainWithoutADoubt() {
    UUID payout = approved(newClipper());
    String key = keyId(payout);
    seal(payout, "0000000000000000");
    tick();
    tick();
    assertThat(SERVER.orders(payout)).isZero();
    assertThat(status(payout)).isEqualTo("SENDING");
    assertThat(
            sql.sql("SELECT doubt FROM paypal_payment WHERE payout_id = ?")
                .param(payout)
                .query(Boolean.class)
                .single())
        .isFalse();

    seal(payout, key);
    later();
    assertThat(SERVER.orders(payout)).isEqualTo(1);
  }

  private String keyId(UUID payout) {
    return sql.sql("SELECT key_id FROM payout_details WHERE payout_id = ?")
        .param(payout)
        .query(String.class)
        .single();
  }

  private void seal(UUID payout, String key) {
    sql.sql("UPDATE payout_details SET key_id = ? WHERE payout_id = ?")
        .params(key, payout)
        .update();
  }
}
