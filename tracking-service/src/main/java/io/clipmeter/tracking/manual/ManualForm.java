package io.clipmeter.tracking.manual;

import io.clipmeter.chassis.web.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an admin saw of a video.
 *
 * @param views 0 to 10^12, as the platform shows it
 * @param likes left out where it was not looked at
 * @param measuredAt when it was seen; now where left out
 * @param evidence where others can see it, too: a URL of a screenshot, or a note; 3 to 2,000
 *     characters
 */
record ManualForm(
    @NotNull @PositiveOrZero @Max(MOST) Long views,
    @PositiveOrZero @Max(MOST) @Nullable Long likes,
    @PositiveOrZero @Max(MOST) @Nullable Long comments,
    @PositiveOrZero @Max(MOST) @Nullable Long shares,
    @PositiveOrZero @Max(MOST) @Nullable Long saves,
    @Nullable Instant measuredAt,
    @NotNull
        @Size(min = 3, max = 2000)
        @Pattern(
            regexp = PlainText.SEEN + "{1,2000}",
            message = "must say something, without control characters")
        String evidence) {
  private static final long MOST = 1_000_000_000_000L;
}
