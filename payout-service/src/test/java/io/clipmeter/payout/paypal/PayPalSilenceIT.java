package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.paypal.PayPalServer.Fault;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What PayPal does not tell of is a doubt after its time, and no sooner. */
class PayPalSilenceIT extends PayPalStage {
  private final String id = newClipper();

  @Test
  void anOrderThatPayPalHasAndDoesNotTellOfIsADoubt() {
    UUID payout = approved(id);
    tick();
    SERVER.looking = any -> Fault.ERROR_BEFORE;
    clock.advance(Duration.ofDays(3).minusSeconds(1));
    tick();
    silence();
    assertThat(status(payout)).isEqualTo("SENDING");

    clock.advance(Duration.ofSeconds(1));
    silence();
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/20.00/0.00/30.00");
    assertThat(resolve(payout).json().get("status").asString()).isEqualTo("FAILED");
  }

  @Test
  void andGoesOnWhenPayPalTellsOfItAgain() {
    UUID payout = approved(id);
    SERVER.becoming = any -> looks -> looks < 2 ? "PENDING" : "SUCCESS";
    tick();
    clock.advance(Duration.ofDays(3));
    silence();
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    tick();
    assertThat(status(payout)).isEqualTo("SENDING");
    silence();
    assertThat(status(payout)).isEqualTo("SENDING");
    later();
    assertThat(status(payout)).isEqualTo("PAID");
  }

  @Test
  void whatPayPalTellsOfIsNone() {
    UUID payout = approved(id);
    becomes("UNCLAIMED");
    tick();
    for (int day = 0; day < 25; day++) {
      clock.advance(Duration.ofDays(1));
      tick();
      silence();
    }
    assertThat(status(payout)).isEqualTo("SENDING");
  }

  @Test
  void whoeverIsCallingIsWaitedFor() {
    UUID payout = approved(id);
    tick();
    clock.advance(Duration.ofDays(3));
    assertThat(claim()).isNotEmpty();
    silence();
    assertThat(status(payout)).isEqualTo("SENDING");
    clock.advance(Duration.ofMinutes(2));
    silence();
    assertThat(status(payout)).isEqualTo("UNKNOWN");
  }

  @Test
  void anOrderThatIsNotMadeAnyMoreIsADoubt() {
    UUID payout = approved(id);
    desk.begin(clock.instant());
    clock.advance(Duration.ofDays(20).minusSeconds(1));
    silence();
    assertThat(status(payout)).isEqualTo("SENDING");

    clock.advance(Duration.ofSeconds(1));
    silence();
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    tick();
    assertThat(SERVER.orders(payout)).isZero();
    assertThat(resolve(payout).json().get("status").asString()).isEqualTo("FAILED");
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/0.00/0.00/50.00");
  }

  private void silence() {
    desk.doubtSilent(clock.instant());
  }

  private Answer resolve(UUID payout) {
    return admin("other")
        .post(
            "/api/admin/payout-requests/" + payout + "/resolve",
            UUID.randomUUID().toString(),
            "{\"outcome\":\"NOT_PAID\",\"evidence\":\"Support says it never arrived\"}");
  }
}
