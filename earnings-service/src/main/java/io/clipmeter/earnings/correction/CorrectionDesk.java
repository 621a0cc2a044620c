package io.clipmeter.earnings.correction;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Ids;
import io.clipmeter.earnings.correction.CorrectionForm.Adjust;
import io.clipmeter.earnings.correction.CorrectionForm.Hold;
import io.clipmeter.earnings.correction.CorrectionForm.Release;
import io.clipmeter.earnings.correction.CorrectionRefusal.NoClip;
import io.clipmeter.earnings.correction.CorrectionRefusal.NoHold;
import io.clipmeter.earnings.correction.CorrectionRefusal.NotAnAmount;
import io.clipmeter.earnings.correction.CorrectionRefusal.Released;
import io.clipmeter.earnings.terms.Lanes;
import io.clipmeter.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects and holds earnings: each deed is one transaction with its journal entry, audit entry,
 * event and the memory of its Idempotency-Key. Its time is taken inside the transaction: what is
 * told of a minute counts on that.
 */
@Component
class CorrectionDesk {
  /** What an Idempotency-Key stands for. */
  private record Asked(
      String operation, UUID campaignId, UUID clipId, @Nullable UUID holdId, CorrectionForm form) {}

  private final Idempotency idempotency;
  private final Lanes lanes;
  private final Corrections corrections;
  private final CorrectionBooks books;
  private final Ids ids;
  private final Clock clock;

  CorrectionDesk(
      Idempotency idempotency,
      Lanes lanes,
      Corrections corrections,
      CorrectionBooks books,
      Ids ids,
      Clock clock) {
    this.idempotency = idempotency;
    this.lanes = lanes;
    this.corrections = corrections;
    this.books = books;
    this.ids = ids;
    this.clock = clock;
  }

  /** The request's key, and who sent it. */
  record Order(Caller admin, @Nullable String key) {}

  @Transactional
  AdjustmentView adjust(Order order, UUID campaignId, UUID clipId, Adjust form) {
    Asked asked = new Asked("adjust-earnings", campaignId, clipId, null, form);
    return idempotency.once(
        order.admin(),
        order.key(),
        asked,
        AdjustmentView.class,
        () -> adjusted(order, lockedClip(campaignId, clipId), form));
  }

  @Transactional
  HoldView hold(Order order, UUID campaignId, UUID clipId, Hold form) {
    Asked asked = new Asked("hold-earnings", campaignId, clipId, null, form);
    return idempotency.once(
        order.admin(),
        order.key(),
        asked,
        HoldView.class,
        () -> held(order, lockedClip(campaignId, clipId), form));
  }

  @Transactional
  HoldView release(Order order, UUID campaignId, UUID clipId, UUID holdId, Release form) {
    Asked asked = new Asked("release-earnings", campaignId, clipId, holdId, form);
    return idempotency.once(
        order.admin(),
        order.key(),
        asked,
        HoldView.class,
        () -> released(order, lockedClip(campaignId, clipId), holdId, form));
  }

  /** Ends holds whose time was over at this instant; how many. */
  @Transactional
  int releaseExpired(Instant by, int max) {
    List<Corrections.Expired> expired = corrections.expired(by, max);
    lanes.hold(expired.stream().map(Corrections.Expired::campaignId).distinct().toList());
    int released = 0;
    for (Corrections.Expired each : expired) {
      ClipMoney clip = corrections.clip(each.campaignId(), each.clipId()).orElseThrow();
      HoldView hold = corrections.hold(each.clipId(), each.holdId()).orElseThrow();
      if (hold.releasedAt() == null) {
        books.release(clip, hold, null, null, now());
        released++;
      }
    }
    return released;
  }

  private AdjustmentView adjusted(Order order, ClipMoney clip, Adjust form) {
    Money amount = read(clip, form.amount());
    refuse(CorrectionPolicy.adjust(clip, order.admin().subject(), amount));
    UUID id = ids.next();
    return books.adjust(
        clip, amount, new CorrectionBooks.Why(id, order.admin().subject(), form.reason(), now()));
  }

  private HoldView held(Order order, ClipMoney clip, Hold form) {
    Money amount = read(clip, form.amount());
    Instant asked = form.expiresAt();
    Instant end = asked == null ? null : asked.truncatedTo(ChronoUnit.MICROS);
    Instant now = now();
    refuse(CorrectionPolicy.hold(clip, amount, end, now));
    UUID id = ids.next();
    return books.hold(
        clip,
        amount,
        end,
        new CorrectionBooks.Why(id, order.admin().subject(), form.reason(), now));
  }

  private HoldView released(Order order, ClipMoney clip, UUID holdId, Release form) {
    HoldView hold =
        corrections.hold(clip.clipId(), holdId).orElseThrow(() -> new NoHold(holdId).problem());
    if (hold.releasedAt() != null) {
      throw new Released(holdId).problem();
    }
    String admin = order.admin().subject();
    boolean takeBack = Boolean.TRUE.equals(form.takeBack());
    refuse(CorrectionPolicy.release(clip, admin, takeBack));
    Instant now = now();
    books.release(clip, hold, admin, form.reason(), now);
    if (takeBack) {
      books.adjust(
          clip,
          hold.amount().toMoney().negated(),
          new CorrectionBooks.Why(ids.next(), admin, form.reason(), now));
    }
    return corrections.hold(clip.clipId(), holdId).orElseThrow();
  }

  /** In the precision that the database keeps, so that the first answer equals all later ones. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private ClipMoney lockedClip(UUID campaignId, UUID clipId) {
    if (corrections.clip(campaignId, clipId).isEmpty()) {
      throw new NoClip(clipId).problem();
    }
    lanes.hold(List.of(campaignId));
    return corrections.clip(campaignId, clipId).orElseThrow();
  }

  private static Money read(ClipMoney clip, CorrectionForm.AmountForm form) {
    return form.read()
        .orElseThrow(() -> new NotAnAmount(clip.accrued().currency().getCurrencyCode()).problem());
  }

  private static void refuse(Optional<CorrectionRefusal> refusal) {
    refusal.ifPresent(
        why -> {
          throw why.problem();
        });
  }
}
