package io.clipmeter.submission.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Why a submission is refused.
 *
 * @param reason in words for the clipper, 1 to 500 characters
 */
record RejectionForm(
    @NotBlank
        @Size(max = 500)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must not hold control characters")
        String reason) {}
