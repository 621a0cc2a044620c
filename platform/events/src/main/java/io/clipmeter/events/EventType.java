package io.clipmeter.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an event says, as the {@code ce_type} header has it. Inside a version only optional fields
 * are added; whatever else changes is a new type with a new topic.
 */
public enum EventType {
  /** {@link CampaignChanged}. */
  CAMPAIGN_CHANGED(Topic.CAMPAIGNS, CampaignChanged.class),

  /** {@link SubmissionReceived}. */
  SUBMISSION_RECEIVED(Topic.SUBMISSIONS, SubmissionReceived.class),

  /** {@link SubmissionApproved}. */
  SUBMISSION_APPROVED(Topic.SUBMISSIONS, SubmissionApproved.class),

  /** {@link SubmissionRejected}. */
  SUBMISSION_REJECTED(Topic.SUBMISSIONS, SubmissionRejected.class),

  /** {@link SubmissionWithdrawn}. */
  SUBMISSION_WITHDRAWN(Topic.SUBMISSIONS, SubmissionWithdrawn.class),

  /** {@link VideoObserved}. */
  VIDEO_OBSERVED(Topic.VIDEOS, VideoObserved.class),

  /** {@link VideoUnavailable}. */
  VIDEO_UNAVAILABLE(Topic.VIDEOS, VideoUnavailable.class),

  /** {@link CreatorVerified}. */
  CREATOR_VERIFIED(Topic.CREATORS, CreatorVerified.class),

  /** {@link CreatorUnverified}. */
  CREATOR_UNVERIFIED(Topic.CREATORS, CreatorUnverified.class),

  /** {@link ViewsObserved}. */
  VIEWS_OBSERVED(Topic.VIEW_UPDATES, ViewsObserved.class),

  /** {@link ViewsUnavailable}. */
  VIEWS_UNAVAILABLE(Topic.VIEW_UPDATES, ViewsUnavailable.class),

  /** {@link ClipViews}. */
  CLIP_VIEWS(Topic.CLIP_VIEWS, ClipViews.class),

  /** {@link RoundProgressed}. */
  ROUND_PROGRESSED(Topic.TRACKING_ROUNDS, RoundProgressed.class),

  /** {@link RoundClosed}. */
  ROUND_CLOSED(Topic.TRACKING_ROUNDS, RoundClosed.class),

  /** {@link TrackingEnded}. */
  TRACKING_ENDED(Topic.TRACKING_ROUNDS, TrackingEnded.class),

  /** {@link EarningsAccrued}. */
  EARNINGS_ACCRUED(Topic.EARNINGS, EarningsAccrued.class),

  /** {@link EarningsFinalized}. */
  EARNINGS_FINALIZED(Topic.EARNINGS, EarningsFinalized.class),

  /** {@link EarningsAdjusted}. */
  EARNINGS_ADJUSTED(Topic.EARNINGS, EarningsAdjusted.class),

  /** {@link EarningsHeld}. */
  EARNINGS_HELD(Topic.EARNINGS, EarningsHeld.class),

  /** {@link EarningsReleased}. */
  EARNINGS_RELEASED(Topic.EARNINGS, EarningsReleased.class),

  /** {@link EarningsStated}. */
  EARNINGS_STATED(Topic.EARNINGS, EarningsStated.class),

  /** {@link EarningsQuestioned}. */
  EARNINGS_QUESTIONED(Topic.EARNINGS, EarningsQuestioned.class),

  /** {@link BudgetSpent}. */
  BUDGET_SPENT(Topic.BUDGETS, BudgetSpent.class),

  /** {@link CampaignCompleted}. */
  CAMPAIGN_COMPLETED(Topic.CAMPAIGN_COMPLETIONS, CampaignCompleted.class),

  /** {@link PayoutRequested}. */
  PAYOUT_REQUESTED(Topic.PAYOUTS, PayoutRequested.class),

  /** {@link PayoutApproved}. */
  PAYOUT_APPROVED(Topic.PAYOUTS, PayoutApproved.class),

  /** {@link PayoutPaid}. */
  PAYOUT_PAID(Topic.PAYOUTS, PayoutPaid.class),

  /** {@link PayoutRejected}. */
  PAYOUT_REJECTED(Topic.PAYOUTS, PayoutRejected.class),

  /** {@link PayoutFailed}. */
  PAYOUT_FAILED(Topic.PAYOUTS, PayoutFailed.class),

  /** {@link PayoutCancelled}. */
  PAYOUT_CANCELLED(Topic.PAYOUTS, PayoutCancelled.class);

  private static final Map<String, EventType> BY_CE_TYPE =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::ceType, Function.identity()));

  private final Topic topic;
  private final Class<? extends Event> record;
  private final String ceType;

  EventType(Topic topic, Class<? extends Event> record) {
    this.topic = topic;
    this.record = record;
    this.ceType = "io.clipmeter." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".v1";
  }

  /** The type with this {@code ce_type}; empty for types that are not known here (yet). */
  public static Optional<EventType> of(String ceType) {
    return Optional.ofNullable(BY_CE_TYPE.get(ceType));
  }

  /** The {@code ce_type} header, such as {@code io.clipmeter.views-observed.v1}. */
  public String ceType() {
    return ceType;
  }

  /** The one topic it is published on. */
  public Topic topic() {
    return topic;
  }

  /** What its JSON is read into. */
  public Class<? extends Event> record() {
    return record;
  }

  /** Where its JSON Schema (draft-07) is in this jar. */
  public String schemaResource() {
    return "/io/clipmeter/events/schemas/" + ceType + ".json";
  }

  /** Where an example of its JSON is in this jar. */
  public String sampleResource() {
    return "/io/clipmeter/events/samples/" + ceType + ".json";
  }
}
