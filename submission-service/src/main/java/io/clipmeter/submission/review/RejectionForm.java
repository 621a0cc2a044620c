package io.clipmeter.submission.review;

import io.clipmeter.chassis.web.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Why a submission is refused.
 *
 * @param reason in words for the clipper, 1 to 500 characters
 */
record RejectionForm(
    @NotNull
        @Size(max = 500)
        @Pattern(
            regexp = PlainText.SEEN + "*",
            message = "must hold something to read, and no control characters")
        String reason) {}
