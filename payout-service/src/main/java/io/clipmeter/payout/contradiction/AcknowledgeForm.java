package io.clipmeter.payout.contradiction;

import io.clipmeter.chassis.web.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a contradiction.
 *
 * @param reason what was found and settled, 1 to 500 characters
 * @param itemStatus what PayPal said when the reason was found: where it says something else by
 *     now, nothing is noted; left out for whatever it says
 */
record AcknowledgeForm(
    @NotNull
        @Pattern(
            regexp = PlainText.SEEN + "{1,500}",
            message = "must be 1 to 500 characters, none of them a control character")
        String reason,
    @Pattern(regexp = "[A-Z_]{1,50}", message = "must be the itemStatus of the contradiction")
        @Nullable String itemStatus) {}
