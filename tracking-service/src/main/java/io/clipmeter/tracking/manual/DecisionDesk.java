package io.clipmeter.tracking.manual;

import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.campaign.Campaigns;
import io.clipmeter.tracking.clip.BaselineRunner;
import io.clipmeter.tracking.manual.ManualDesk.Outcome;
import io.clipmeter.tracking.manual.ManualReading.State;
import io.clipmeter.tracking.manual.ManualReadings.KnownClip;
import io.clipmeter.tracking.source.VideoKey;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transactions in which a second admin confirms or rejects a count, each with its audit entry.
 */
@Component
class DecisionDesk {
  private final ManualReadings readings;
  private final Campaigns campaigns;
  private final BaselineRunner baselines;
  private final ManualSettings settings;
  private final AuditLog audit;
  private final Clock clock;

  DecisionDesk(
      ManualReadings readings,
      Campaigns campaigns,
      BaselineRunner baselines,
      ManualSettings settings,
      AuditLog audit,
      Clock clock) {
    this.readings = readings;
    this.campaigns = campaigns;
    this.baselines = baselines;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
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
    if (state == State.CONFIRMED) {
      readAtOnce(entry.get());
    }
    audit.add(
        admin,
        state == State.CONFIRMED ? "manual-reading-confirm" : "manual-reading-reject",
        Map.of("id", id, "reason", reason == null ? "" : reason));
    return new Outcome.Done(readings.lock(id).orElseThrow());
  }

  /** The next try of a baseline may be a day off, and then the entry counts no more. */
  private void readAtOnce(ManualReading entry) {
    baselines.force(new VideoKey(entry.platform(), entry.videoId()));
  }

  /** Why no round would read an entry any more. */
  private Optional<ManualPolicy.Fault> fault(ManualReading entry) {
    Optional<KnownClip> clip = readings.clip(entry.clipId());
    return clip.isEmpty()
        ? Optional.of(ManualPolicy.Fault.NOT_READ_ANY_MORE)
        : ManualPolicy.fault(entry.measuredAt(), clip.get().known(), settings, clock.instant());
  }
}
