package io.clipmeter.tracking.creator;

import io.clipmeter.events.Platform;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * The account that a clipper says is theirs. Names in other scripts, which YouTube has, can't be
 * claimed: nobody knows yet how its lower case is told.
 *
 * @param handle the name in the account's address, with or without the at sign
 */
record ClaimForm(
    @NotNull Platform platform,
    @NotNull
        @Pattern(
            regexp = "@?[A-Za-z0-9._-]{1,30}",
            message = "must be 1 to 30 of the letters a to z, digits, dots, dashes or underscores")
        String handle) {}
