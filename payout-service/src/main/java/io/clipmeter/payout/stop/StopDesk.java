package io.clipmeter.payout.stop;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Ids;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.payout.audit.AuditRecord;
import io.clipmeter.payout.audit.AuditRecord.Action;
import io.clipmeter.payout.audit.AuditRecords;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where admins stop payouts and let them go on. Who, when and why stay with the stop for ever. */
@Component
class StopDesk {
  private static final ProblemType NOT_FOUND =
      new ProblemType("payout-stop-not-found", 404, "There is no such stop");
  private static final ProblemType LIFTED =
      new ProblemType("payout-stop-lifted", 409, "The stop is lifted");
  private static final ProblemType OWN =
      new ProblemType("own-payout-stop", 403, "Nobody lifts a stop of their own payouts");
  private static final ProblemType UNKNOWN_CURRENCY =
      new ProblemType("currency-unknown", 422, "This currency is not paid in");

  /** What an Idempotency-Key stands for. */
  private record Setting(String operation, StopForm form) {}

  private record Lifting(String operation, UUID id, LiftForm form) {}

  private final Idempotency idempotency;
  private final Stops stops;
  private final AuditRecords audit;
  private final Ids ids;
  private final PaidCurrencies currencies;

  StopDesk(
      Idempotency idempotency,
      Stops stops,
      AuditRecords audit,
      Ids ids,
      PaidCurrencies currencies) {
    this.idempotency = idempotency;
    this.stops = stops;
    this.audit = audit;
    this.ids = ids;
    this.currencies = currencies;
  }

  /**
   * Stops payouts, or throws the refusal's problem; two stops of the same are two, and each is
   * lifted.
   */
  @Transactional
  Stop set(Caller admin, @Nullable String key, StopForm form, Instant now) {
    Setting asked = new Setting("set-payout-stop", form);
    return idempotency.once(admin, key, asked, Stop.class, () -> set(admin.subject(), form, now));
  }

  /** Lifts a stop, or throws the refusal's problem. */
  @Transactional
  Stop lift(Caller admin, @Nullable String key, UUID id, LiftForm form, Instant now) {
    Lifting asked = new Lifting("lift-payout-stop", id, form);
    return idempotency.once(
        admin, key, asked, Stop.class, () -> lift(admin.subject(), id, form, now));
  }

  /** What admins did with one, or throws the refusal's problem. */
  Page<AuditRecord> audit(UUID id, PageQuery page) {
    return audit.ofStop(find(id).id(), page);
  }

  private Stop set(String admin, StopForm form, Instant now) {
    String currency = form.currency();
    if (currency != null && !currencies.pays(currency) && !stops.anyOpen(currency)) {
      throw UNKNOWN_CURRENCY.because(currency + " is not a currency that can be paid.");
    }
    UUID id = ids.next();
    stops.set(id, form, admin, now);
    audit.add(AuditRecord.ofStop(now, admin, Action.STOP, id, form.reason()));
    return find(id);
  }

  private Stop lift(String admin, UUID id, LiftForm form, Instant now) {
    if (admin.equals(find(id).clipperId())) {
      throw OWN.because("Another admin must decide about it.");
    }
    if (!stops.lift(id, admin, form.reason(), now)) {
      throw LIFTED.because("Stop " + id + " was lifted before.");
    }
    audit.add(AuditRecord.ofStop(now, admin, Action.LIFT, id, form.reason()));
    return find(id);
  }

  private Stop find(UUID id) {
    return stops.find(id).orElseThrow(() -> NOT_FOUND.because("No stop is " + id + "."));
  }
}
