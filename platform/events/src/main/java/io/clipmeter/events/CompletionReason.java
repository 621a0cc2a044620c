package io.clipmeter.events;

/** What ended a campaign. */
public enum CompletionReason {
  /** Its budget is spent to the last micro-unit. */
  BUDGET_SPENT,

  /** Its end time came. */
  ENDED_BY_TIME,

  /** An admin ended it. */
  ENDED_BY_ADMIN
}
