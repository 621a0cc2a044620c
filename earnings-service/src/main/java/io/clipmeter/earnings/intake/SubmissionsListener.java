package io.clipmeter.earnings.intake;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.earnings.terms.Clips;
import io.clipmeter.earnings.terms.Lanes;
import io.clipmeter.events.EventType;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.Topic;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An approved submission is a clip that can earn. */
@Component
class SubmissionsListener implements TopicListener<SubmissionApproved> {
  private final Lanes lanes;
  private final Clips clips;
  private final AttemptRunner attempts;

  SubmissionsListener(Lanes lanes, Clips clips, AttemptRunner attempts) {
    this.lanes = lanes;
    this.clips = clips;
    this.attempts = attempts;
  }

  @Override
  public String topic() {
    return Topic.SUBMISSIONS.topicName();
  }

  @Override
  public @Nullable SubmissionApproved read(Received received) {
    return EventType.SUBMISSION_APPROVED.ceType().equals(received.type())
        ? received.json(SubmissionApproved.class)
        : null;
  }

  @Override
  public void apply(List<SubmissionApproved> approved) {
    List<UUID> ids = approved.stream().map(SubmissionApproved::campaignId).distinct().toList();
    lanes.hold(ids);
    clips.add(approved);
    attempts.settleReady(ids);
  }
}
