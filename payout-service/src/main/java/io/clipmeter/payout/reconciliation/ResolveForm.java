package io.clipmeter.payout.reconciliation;

import io.clipmeter.chassis.web.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a difference was cleared up.
 *
 * @param reason what was found and done, 1 to 500 characters
 * @param correction what the clipper's earnings are to change by, in the difference's currency,
 *     such as {@code -5.00}; left out where what was posted is right
 */
record ResolveForm(
    @NotNull
        @Pattern(
            regexp = PlainText.SEEN + "{1,500}",
            message = "must be 1 to 500 characters, none of them a control character")
        String reason,
    @Pattern(
            regexp = "(?!-?0(\\.0+)?$)-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?",
            message = "must be a plain decimal with at most 6 decimals, not 0")
        @Nullable String correction) {}
