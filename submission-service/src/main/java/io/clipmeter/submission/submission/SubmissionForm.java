package io.clipmeter.submission.submission;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What a clipper offers.
 *
 * @param campaignId the campaign
 * @param url the full URL of one video, 2,048 characters at most
 */
record SubmissionForm(@NotNull UUID campaignId, @NotNull String url) {}
