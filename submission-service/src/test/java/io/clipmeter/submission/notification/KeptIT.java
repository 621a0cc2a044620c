package io.clipmeter.submission.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Amount;
import io.clipmeter.events.PayoutPaid;
import io.clipmeter.submission.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long notifications are kept; here nothing is said by topic, which would say it again. */
@ServiceTest
class KeptIT {
  private static final Duration KEPT = Duration.ofDays(90);

  private final String clipper = "kept-" + UUID.randomUUID();

  @Autowired Notifier notifier;
  @Autowired Notifications notifications;
  @Autowired Clock clock;

  @Test
  void whatIsTooOldIsNotTold() {
    Instant now = clock.instant();
    tell(now.minus(KEPT));
    tell(now.minus(KEPT).plusSeconds(600));

    assertThat(told()).hasSize(1);
  }

  @Test
  void whatIsTooOldIsForgotten() {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS).minus(KEPT).plusSeconds(600);
    tell(at);
    tell(at.plusMillis(1));

    notifier.forget(at.plus(KEPT).minusMillis(1));
    assertThat(told()).hasSize(2);
    notifier.forget(at.plus(KEPT));
    assertThat(told()).extracting(NotificationView::at).containsExactly(at.plusMillis(1));
  }

  private void tell(Instant at) {
    Amount five = new Amount("5.00", "USD");
    notifier.tell(List.of(new PayoutPaid(UUID.randomUUID(), clipper, five, "tx", at)));
  }

  private List<NotificationView> told() {
    return notifications.page(Inbox.of(clipper), false, new PageQuery(100, Optional.empty()));
  }
}
