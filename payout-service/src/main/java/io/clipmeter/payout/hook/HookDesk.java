package io.clipmeter.payout.hook;

import io.clipmeter.payout.paypal.PayPalDesk;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction in which a call takes effect, once: PayPal is asked soon. */
@Component
class HookDesk {
  private final Hooks hooks;
  private final PayPalDesk paypal;

  HookDesk(Hooks hooks, PayPalDesk paypal) {
    this.hooks = hooks;
    this.paypal = paypal;
  }

  @Transactional
  void take(Hook hook, Instant now) {
    if (hooks.add(hook.eventId(), now) && hook.payoutId() != null) {
      paypal.askNow(hook.payoutId(), now);
    }
  }
}
