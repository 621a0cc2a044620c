package io.clipmeter.payout.reconciliation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * How a difference was cleared up.
 *
 * @param reason what was found and done, 1 to 500 characters
 */
record ResolveForm(
    @NotNull
        @Pattern(
            regexp = "(?=.*\\S)[^\\p{Cc}\\p{Cs}]{1,500}",
            message = "must be 1 to 500 characters, none of them a control character")
        String reason) {}
