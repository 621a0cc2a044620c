package io.clipmeter.payout.disclosure;

import io.clipmeter.chassis.web.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Why somebody has to read it.
 *
 * @param reason for the audit log, 1 to 500 characters
 */
record DisclosureForm(
    @NotNull
        @Pattern(
            regexp = PlainText.SEEN + "{1,500}",
            message = "must be 1 to 500 characters, none of them a control character")
        String reason) {}
