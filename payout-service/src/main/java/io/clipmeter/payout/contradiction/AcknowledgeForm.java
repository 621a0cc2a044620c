package io.clipmeter.payout.contradiction;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * What has become of a contradiction.
 *
 * @param reason what was found and settled, 1 to 500 characters
 */
record AcknowledgeForm(
    @NotNull
        @Pattern(
            regexp = "(?=.*\\S)[^\\p{Cc}\\p{Cs}]{1,500}",
            message = "must be 1 to 500 characters, none of them a control character")
        String reason) {}
