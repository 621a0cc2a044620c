package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.payout.paypal.PayPalServer.Batch;
import io.clipmeter.payout.paypal.PayPalServer.Fault;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;

/** What one account of PayPal has, or may have, another one is neither told nor asked. */
@ExtendWith(OutputCaptureExtension.class)
class PayPalAccountIT extends PayPalStage {
  private static final String LOCKED = "50.00/20.00/0.00/30.00";

  private final PayPalServer second = new PayPalServer();
  private final String id = newClipper();

  @AfterEach
  void close() {
    second.close();
  }

  @Test
  void anOrderInDoubtIsNotMadeAgainInAnotherAccount(CapturedOutput output) {
    UUID payout = approved(id);
    loseOnce();
    tick();
    elsewhere();
    elsewhere();
    assertThat(second.batches).doesNotContainKey(payout.toString());
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    assertThat(clipper(id).balance("USD")).isEqualTo(LOCKED);
    assertThat(output.getAll().lines().filter(line -> warnsOf(line, payout))).hasSize(1);
    assertThat(audit(payout)).containsOnlyOnce("another PayPal account");

    later();
    later();
    assertThat(status(payout)).isEqualTo("PAID");
    assertThat(SERVER.orders(payout)).isEqualTo(2);
  }

  @Test
  void anOrderWhoseCallerCrashedIsLockedWhereAnotherAccountIsConfigured() {
    UUID payout = approved(id);
    desk.begin(clock.instant());
    assertThat(claim()).isNotEmpty();
    elsewhere();
    assertThat(second.orders(payout)).isZero();
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    assertThat(audit(payout)).contains("another PayPal account");
    assertThat(desk.stop(payout, clock.instant())).isFalse();
  }

  @Test
  void whatOneAccountHasAnotherOneIsNotAskedAbout() {
    becomes("UNCLAIMED");
    UUID payout = approved(id);
    tick();
    Batch taken = new Batch(batchId(payout), batch(payout).ordered, l -> PayPalServer.DENIED_BATCH);
    second.batches.put("of somebody else", taken);
    elsewhere();
    assertThat(taken.looks).hasValue(0);
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    assertThat(clipper(id).balance("USD")).isEqualTo(LOCKED);

    later();
    assertThat(status(payout)).isEqualTo("SENDING");
  }

  @Test
  void whatWasRefusedForCertainIsOrderedFromAnyAccount() {
    UUID payout = approved(id);
    SERVER.sending = any -> Fault.NO_FUNDS;
    tick();
    elsewhere();
    elsewhere();
    assertThat(second.orders(payout)).isEqualTo(1);
    assertThat(status(payout)).isEqualTo("PAID");
  }

  @Test
  void anOrderOfWhichNoAccountIsKeptIsLeftToAPerson() {
    UUID payout = approved(id);
    desk.begin(clock.instant());
    // As the release before has claimed it.
    sql.sql("UPDATE paypal_payment SET calls = calls + 1, doubt = true WHERE payout_id = ?")
        .param(payout)
        .update();
    later();
    assertThat(SERVER.orders(payout)).isZero();
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    assertThat(desk.stop(payout, clock.instant())).isTrue();
  }

  @Test
  void theDatabaseKeepsTheAccountOfWhatMayHaveArrived() {
    UUID payout = approved(id);
    lose();
    tick();
    for (String other : Set.of("NULL", "repeat('0', 64)")) {
      assertThatThrownBy(
              () ->
                  sql.sql("UPDATE paypal_payment SET account = " + other + " WHERE payout_id = ?")
                      .param(payout)
                      .update())
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  /** As {@link #later}, with the other account configured. */
  private void elsewhere() {
    clock.advance(Duration.ofHours(6));
    PayPal other = PayPalPayoutsTest.paypal(second.url(), "secret", "5s", clock);
    Awaitility.await().until(other::ready);
    runner(other).tick();
  }

  private String audit(UUID payout) {
    return admin("anna").get("/api/admin/payout-requests/" + payout + "/audit").text();
  }

  private static boolean warnsOf(String line, UUID payout) {
    return line.contains("WARN")
        && line.contains(payout.toString())
        && line.contains("another PayPal account");
  }
}
