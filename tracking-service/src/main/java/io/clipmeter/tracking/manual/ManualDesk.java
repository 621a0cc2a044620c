package io.clipmeter.tracking.manual;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.campaign.Campaigns;
import io.clipmeter.tracking.manual.ManualPolicy.Decision;
import io.clipmeter.tracking.manual.ManualReading.State;
import io.clipmeter.tracking.manual.ManualReadings.KnownClip;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions in which admins enter, confirm and reject counts, each with its audit entry. */
@Component
class ManualDesk {
  private final ManualReadings readings;
  private final Campaigns campaigns;
  private final ManualSettings settings;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  ManualDesk(
      ManualReadings readings,
      Campaigns campaigns,
      ManualSettings settings,
      AuditLog audit,
      Ids ids,
      Clock clock) {
    this.readings = readings;
    this.campaigns = campaigns;
    this.settings = settings;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** What came of an admin's wish. */
  sealed interface Outcome {
    /** It is done. */
    record Done(ManualReading reading) implements Outcome {}

    /** There is no such clip or entry. */
    record NotFound() implements Outcome {}

    /** It cannot be. */
    record Wrong(ManualPolicy.Fault fault) implements Outcome {}

    /** Somebody else decided it before. */
    record Decided(State state) implements Outcome {}

    /** The clip's campaign is completed or ended: no round would read it. */
    record CampaignOver() implements Outcome {}

    /** Who entered it cannot confirm it. */
    record OwnEntry() implements Outcome {}
  }

  @Transactional
  Outcome enter(String admin, UUID clipId, ManualForm form) {
    Optional<KnownClip> clip = readings.clip(clipId);
    if (clip.isEmpty()) {
      return new Outcome.NotFound();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (campaigns.isOverFor(clipId, now)) {
      return new Outcome.CampaignOver();
    }
    Instant measuredAt = Optional.ofNullable(form.measuredAt()).orElse(now);
    Decision decision =
        ManualPolicy.judge(form.views(), measuredAt, clip.get().known(), settings, now);
    return switch (decision) {
      case Decision.Wrong(var fault) -> new Outcome.Wrong(fault);
      case Decision.Accepted accepted -> add(admin, clipId, clip.get(), form, measuredAt, false);
      case Decision.NeedsSecond second -> add(admin, clipId, clip.get(), form, measuredAt, true);
    };
  }

  private Outcome add(
      String admin,
      UUID clipId,
      KnownClip clip,
      ManualForm form,
      Instant measuredAt,
      boolean second) {
    ManualReading entry =
        new ManualReading(
            ids.next(),
            clipId,
            clip.video().platform(),
            clip.video().id(),
            form.views(),
            clip.kind(),
            form.likes(),
            form.comments(),
            form.shares(),
            form.saves(),
            measuredAt,
            form.evidence(),
            second ? State.PENDING : State.CONFIRMED,
            second,
            admin,
            clock.instant(),
            null,
            null,
            null);
    readings.add(entry, clip.known().lastViews());
    audit.add(
        admin,
        "manual-reading-enter",
        Map.of("id", entry.id(), "clipId", clipId, "views", form.views(), "second", second));
    return new Outcome.Done(entry);
  }

  @Transactional
  Outcome confirm(String admin, UUID id) {
    return decide(admin, id, State.CONFIRMED, null);
  }

  @Transactional
  Outcome reject(String admin, UUID id, String reason) {
    return decide(admin, id, State.REJECTED, reason);
  }

  private Outcome decide(String admin, UUID id, State state, @Nullable String reason) {
    Optional<ManualReading> entry = readings.lock(id);
    if (entry.isEmpty()) {
      return new Outcome.NotFound();
    }
    if (entry.get().state() != State.PENDING) {
      return new Outcome.Decided(entry.get().state());
    }
    if (state == State.CONFIRMED && !ManualPolicy.mayConfirm(entry.get(), admin)) {
      return new Outcome.OwnEntry();
    }
    if (state == State.CONFIRMED && campaigns.isOverFor(entry.get().clipId(), clock.instant())) {
      return new Outcome.CampaignOver();
    }
    Optional<ManualPolicy.Fault> fault =
        state == State.CONFIRMED ? fault(entry.get()) : Optional.empty();
    if (fault.isPresent()) {
      return new Outcome.Wrong(fault.get());
    }
    readings.decide(id, state, admin, clock.instant(), reason);
    audit.add(
        admin,
        state == State.CONFIRMED ? "manual-reading-confirm" : "manual-reading-reject",
        Map.of("id", id, "reason", reason == null ? "" : reason));
    return new Outcome.Done(readings.lock(id).orElseThrow());
  }

  /** Why no round would read an entry any more. */
  private Optional<ManualPolicy.Fault> fault(ManualReading entry) {
    Optional<KnownClip> clip = readings.clip(entry.clipId());
    return clip.isEmpty()
        ? Optional.of(ManualPolicy.Fault.NOT_READ_ANY_MORE)
        : ManualPolicy.fault(entry.measuredAt(), clip.get().known(), settings, clock.instant());
  }
}
