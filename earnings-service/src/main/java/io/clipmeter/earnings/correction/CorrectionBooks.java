package io.clipmeter.earnings.correction;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.earnings.audit.AuditLog;
import io.clipmeter.earnings.audit.AuditLog.Action;
import io.clipmeter.earnings.ledger.Journal;
import io.clipmeter.events.Amount;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.Event;
import io.clipmeter.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a decided correction into journal, tables, audit log and outbox. */
@Component
class CorrectionBooks {
  private final Journal journal;
  private final Corrections corrections;
  private final AuditLog audit;
  private final Outbox outbox;

  CorrectionBooks(Journal journal, Corrections corrections, AuditLog audit, Outbox outbox) {
    this.journal = journal;
    this.corrections = corrections;
    this.audit = audit;
    this.outbox = outbox;
  }

  /** The deed's id, and who does it, why and when. */
  record Why(UUID id, String admin, String reason, Instant now) {}

  AdjustmentView adjust(ClipMoney clip, Money amount, Why why) {
    long entry = journal.adjust(clip.campaignId(), clip.clipId(), amount);
    corrections.adjust(
        clip, amount, new Corrections.Deed(why.id(), why.admin(), why.now(), why.reason(), entry));
    audit.add(why.now(), why.admin(), Action.EARNINGS_ADJUSTED, clip.clipId(), why.reason());
    EarningsAdjusted event =
        new EarningsAdjusted(
            why.id(),
            clip.campaignId(),
            clip.clipId(),
            clip.clipperId(),
            Amount.of(amount),
            Amount.of(clip.adjusted().plus(amount)),
            why.reason(),
            why.now());
    publish(clip, event, why.id());
    return new AdjustmentView(
        why.id(), clip.clipId(), Amount.of(amount), why.reason(), why.admin(), why.now(), entry);
  }

  HoldView hold(ClipMoney clip, Money amount, @Nullable Instant expiresAt, Why why) {
    long entry = journal.hold(clip.campaignId(), clip.clipId(), amount);
    corrections.hold(
        clip,
        amount,
        expiresAt,
        new Corrections.Deed(why.id(), why.admin(), why.now(), why.reason(), entry));
    audit.add(why.now(), why.admin(), Action.EARNINGS_HELD, clip.clipId(), why.reason());
    EarningsHeld event =
        new EarningsHeld(
            why.id(),
            clip.campaignId(),
            clip.clipId(),
            clip.clipperId(),
            Amount.of(amount),
            why.reason(),
            expiresAt,
            why.now());
    publish(clip, event, why.id());
    return corrections.hold(clip.clipId(), why.id()).orElseThrow();
  }

  /**
   * Ends a hold that lasts.
   *
   * @param admin null where its time is over
   */
  void release(
      ClipMoney clip, HoldView hold, @Nullable String admin, @Nullable String reason, Instant now) {
    Money amount = hold.amount().toMoney();
    long entry = journal.release(clip.campaignId(), clip.clipId(), amount);
    corrections.release(new Corrections.Deed(hold.id(), admin, now, reason, entry));
    if (admin != null) {
      audit.add(now, admin, Action.EARNINGS_RELEASED, clip.clipId(), reason);
    }
    EarningsReleased event =
        new EarningsReleased(
            hold.id(), clip.campaignId(), clip.clipId(), clip.clipperId(), hold.amount(), now);
    String cause = "released:" + hold.id();
    publish(clip, event, UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)));
  }

  /** In the order of the clip's accruals, which is its campaign's: what is taken came before. */
  private void publish(ClipMoney clip, Event event, UUID id) {
    outbox.append(
        event.type().topic().topicName(),
        event.key(),
        event.type().ceType(),
        event,
        id,
        clip.campaignId().toString());
  }
}
