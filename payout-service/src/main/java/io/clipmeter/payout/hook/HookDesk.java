package io.clipmeter.payout.hook;

import io.clipmeter.payout.paypal.PayPalDesk;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction in which a signed call takes effect, once: PayPal is asked soon. */
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
    UUID payoutId = hook.payoutId();
    if (!hooks.add(hook.eventId(), now) || payoutId == null) {
      return;
    }
    if (hook.batchId() != null) {
      paypal.nameBatch(payoutId, hook.batchId());
    }
    paypal.askNow(payoutId, now);
  }
}
