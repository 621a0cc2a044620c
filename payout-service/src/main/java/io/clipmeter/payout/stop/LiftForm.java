package io.clipmeter.payout.stop;

import io.clipmeter.chassis.web.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Why a stop is lifted.
 *
 * @param reason what was found and done, 1 to 500 characters
 */
record LiftForm(
    @NotNull
        @Pattern(
            regexp = PlainText.SEEN + "{1,500}",
            message = "must be 1 to 500 characters, none of them a control character")
        String reason) {}
