package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.clipmeter.payout.turn.TurnClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The turns of an instance whose clock is wrong, and of one whose clock is right. */
class ClockApartIT extends PayPalStage {
  @Autowired private PayPalSettings settings;
  @Autowired private Clock right;
  @Autowired private TurnClock inStep;
  private final TaskInstance<Void> turn = new TaskInstance<>("turn", "now");

  @Test
  void nobodyIsPaidByOneWhoseClockIsWrong() {
    UUID payout = approved(newClipper());

    task(apart()).executeRecurringly(turn, null);
    assertThat(status(payout)).isEqualTo("APPROVED");

    task(inStep).executeRecurringly(turn, null);
    assertThat(SERVER.orders(payout)).isOne();
  }

  @Test
  void norIsAnythingADoubtToIt() {
    UUID payout = approved(newClipper());
    for (int batch = 0; batch < 100 && status(payout).equals("APPROVED"); batch++) {
      desk.begin(right.instant().minus(Duration.ofDays(21)));
    }

    silence(apart()).executeRecurringly(turn, null);
    assertThat(status(payout)).isEqualTo("SENDING");

    silence(inStep).executeRecurringly(turn, null);
    assertThat(status(payout)).isEqualTo("UNKNOWN");
  }

  private RecurringTask<Void> task(TurnClock turns) {
    return new PayPalSetup.Account().payPalTick(settings, runner(payPal()), turns);
  }

  private RecurringTask<Void> silence(TurnClock turns) {
    return new PayPalSetup().payPalSilence(settings, desk, turns, right);
  }

  private TurnClock apart() {
    return new TurnClock(sql, clock, new SimpleMeterRegistry());
  }
}
