package io.clipmeter.tracking.post;

import io.clipmeter.chassis.web.PlainText;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.post.ScheduledPost.Status;
import io.clipmeter.tracking.post.ScheduledPost.Upload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post as an admin enters it.
 *
 * @param uploads one to three, each of another platform
 */
record PostForm(
    @NotNull UUID campaignId,
    @NotNull @Pattern(regexp = PlainText.SEEN + "{1,200}") String title,
    @NotNull @Size(min = 1, max = 3) List<@NotNull @Valid UploadForm> uploads) {
  static final String ID = "[0-9A-Za-z_-]{1,100}";
  static final String URL = "https://[!-~]{1,2000}";
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  @AssertTrue(message = "uploads must be of different platforms")
  boolean isOneUploadAPlatform() {
    return uploads == null
        || uploads.stream()
                .map(upload -> upload == null ? null : upload.platform())
                .distinct()
                .count()
            == uploads.size();
  }

  /**
   * The part for one platform.
   *
   * @param postId Ayrshare's id of the post
   * @param status SCHEDULED where it is left out
   */
  record UploadForm(
      @NotNull Platform platform,
      @NotNull UUID socialAccountId,
      @Nullable @Pattern(regexp = ID) String postId,
      @Nullable @Pattern(regexp = "[!-~]{1,200}") String refId,
      @Nullable @Pattern(regexp = "[^\\x00\\p{Cs}]{0,5000}") String caption,
      @Nullable @Pattern(regexp = URL) String url,
      @Nullable Instant scheduledAt,
      @Nullable Status status) {

    @AssertTrue(message = "scheduledAt must be of the years 2000 to 2200")
    boolean isScheduledInOurTime() {
      return scheduledAt == null || (scheduledAt.isAfter(FIRST) && scheduledAt.isBefore(LAST));
    }

    @AssertTrue(message = "a failed upload is entered by its state, with the reason")
    boolean isNotFailed() {
      return status != Status.FAILED;
    }

    Upload upload() {
      return new Upload(
          platform,
          socialAccountId,
          postId,
          refId,
          caption,
          url,
          scheduledAt == null ? null : scheduledAt.truncatedTo(ChronoUnit.MICROS),
          status == null ? Status.SCHEDULED : status,
          null,
          null);
    }
  }

  /**
   * What an admin says of one upload; what is left out stays as it is.
   *
   * @param failedReason where it failed, and only then
   */
  record StateForm(
      @NotNull Status status,
      @Nullable @Pattern(regexp = PlainText.SEEN + "{1,500}") String failedReason,
      @Nullable @Pattern(regexp = ID) String postId,
      @Nullable @Pattern(regexp = "[!-~]{1,200}") String refId,
      @Nullable @Pattern(regexp = URL) String url) {

    @AssertTrue(message = "failedReason goes with FAILED, and FAILED with it")
    boolean isReasonOfAFailure() {
      return status == null || (status == Status.FAILED) == (failedReason != null);
    }
  }
}
