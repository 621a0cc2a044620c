package io.clipmeter.events;

/**
 * A fact that other services may rely on. The value of its Kafka record is the JSON of the record;
 * id, type, source and time travel in {@code ce_*} headers.
 */
public sealed interface Event
    permits CampaignChanged,
        SubmissionReceived,
        SubmissionApproved,
        SubmissionRejected,
        SubmissionWithdrawn,
        VideoObserved,
        VideoUnavailable,
        CreatorVerified,
        CreatorUnverified,
        ViewsObserved,
        ViewsUnavailable,
        ClipViews,
        RoundProgressed,
        RoundClosed,
        TrackingEnded,
        EarningsAccrued,
        EarningsFinalized,
        EarningsAdjusted,
        EarningsHeld,
        EarningsReleased,
        EarningsStated,
        EarningsQuestioned,
        BudgetSpent,
        CampaignCompleted,
        PayoutRequested,
        PayoutApproved,
        PayoutPaid,
        PayoutRejected,
        PayoutFailed,
        PayoutCancelled {

  /** What it says, and with it the topic it belongs to. */
  EventType type();

  /** The key of its Kafka record: events of one key are read in the order they were written. */
  String key();
}
