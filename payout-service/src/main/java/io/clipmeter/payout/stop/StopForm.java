package io.clipmeter.payout.stop;

import io.clipmeter.chassis.web.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be stopped.
 *
 * @param clipperId whose payouts; left out for everybody's
 * @param currency ISO 4217 code of a currency that payouts can be asked for in, or are open in;
 *     left out for all
 * @param reason 1 to 500 characters
 */
record StopForm(
    @Pattern(regexp = "[!-~]{1,255}", message = "must be 1 to 255 visible characters")
        @Nullable String clipperId,
    @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code") @Nullable String currency,
    @NotNull
        @Pattern(
            regexp = PlainText.SEEN + "{1,500}",
            message = "must be 1 to 500 characters, none of them a control character")
        String reason) {}
