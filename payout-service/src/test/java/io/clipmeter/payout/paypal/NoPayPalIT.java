package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.clipmeter.payout.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The account was taken out while payouts were on their way. */
class NoPayPalIT extends RunningService {
  @Autowired private ApplicationContext service;
  @Autowired private PayPalDesk desk;
  @Autowired private RecurringTask<Void> payPalSilence;

  @Test
  void whatWasOnItsWayIsADoubtAfterItsTime() {
    assertThat(service.getBeansOfType(PayPal.class)).isEmpty();
    UUID payout = clipperWith(newClipper(), "50").requestPayout("20.00").id();
    admin("boss").approve(payout);
    for (int batch = 0; batch < 100 && status(payout).equals("APPROVED"); batch++) {
      desk.begin(Instant.now().minus(Duration.ofDays(21)));
    }
    assertThat(status(payout)).isEqualTo("SENDING");
    payPalSilence.executeRecurringly(new TaskInstance<>("silence", "now"), null);
    assertThat(status(payout)).isEqualTo("UNKNOWN");
  }

  private String status(UUID payout) {
    return sql.sql("SELECT status FROM payout_request WHERE id = ?")
        .param(payout)
        .query(String.class)
        .single();
  }
}
