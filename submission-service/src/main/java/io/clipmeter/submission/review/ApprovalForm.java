package io.clipmeter.submission.review;

import org.jspecify.annotations.Nullable;

/**
 * What an admin knows when approving.
 *
 * @param acknowledgeMismatch whether the video may be approved although the platform names somebody
 *     else as its author; missing means no
 */
record ApprovalForm(@Nullable Boolean acknowledgeMismatch) {

  static boolean acknowledges(@Nullable ApprovalForm form) {
    return form != null && Boolean.TRUE.equals(form.acknowledgeMismatch());
  }
}
