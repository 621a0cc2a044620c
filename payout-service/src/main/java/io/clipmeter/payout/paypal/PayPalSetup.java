package io.clipmeter.payout.paypal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.clipmeter.payout.turn.TurnClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** PayPal where there is an account, and what is left of it where there is none any more. */
@Configuration(proxyBeanMethods = false)
class PayPalSetup {
  @Bean
  RecurringTask<Void> payPalSilence(
      PayPalSettings settings, PayPalDesk desk, TurnClock turns, Clock clock) {
    return Tasks.recurring("clipmeter.payout.paypal-silence", FixedDelay.of(settings.tick()))
        .execute(
            (instance, context) -> {
              if (turns.inStep()) {
                desk.doubtSilent(clock.instant());
                desk.giveUp(clock.instant());
              }
            });
  }

  /** Only where there is an account. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnExpression("!'${clipmeter.payout.paypal.client-id:}'.isEmpty()")
  static class Account {
    @Bean
    PayPal payPal(PayPalSettings settings, JsonMapper json, Clock clock) {
      PayPalHttp http = new PayPalHttp(settings, json);
      return new PayPalPayouts(http, new AccessToken(http, clock), json);
    }

    @Bean
    PayPalRunner payPalRunner(
        PayPalDesk desk,
        PayPal paypal,
        PayPalSettings settings,
        Clock clock,
        MeterRegistry meters) {
      return new PayPalRunner(desk, paypal, settings, clock, meters);
    }

    @Bean
    RecurringTask<Void> payPalTick(PayPalSettings settings, PayPalRunner runner, TurnClock turns) {
      return Tasks.recurring("clipmeter.payout.paypal", FixedDelay.of(settings.tick()))
          .execute(
              (instance, context) -> {
                if (turns.inStep()) {
                  runner.tick();
                }
              });
    }
  }
}
