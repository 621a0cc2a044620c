package io.clipmeter.payout.audit;

import java.util.List;

/** What was done with one payout, difference or stop, oldest first. */
public record AuditList(List<AuditRecord> items) {}
