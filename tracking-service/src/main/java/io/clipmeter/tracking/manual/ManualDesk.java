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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction in which an admin enters a count, with its audit entry. */
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
}
