package io.clipmeter.tracking.creator;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.creator.Claim.Proof;
import io.clipmeter.tracking.creator.Claim.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clipper's account as they see it.
 *
 * @param handle in lower case, without the at sign
 * @param code to be put into the profile; null where it is proven, unless it is to be proven anew
 * @param codeExpiresAt until when; null where there is none
 * @param accountId the platform's own; null until it is proven, and where the platform did not tell
 * @param verifiedAt null until it is proven
 * @param verifiedUntil when the proof expires; null where there is none
 */
@Schema(name = "CreatorAccount")
record ClaimView(
    UUID id,
    Platform platform,
    String handle,
    Status status,
    @Nullable String code,
    @Nullable Instant codeExpiresAt,
    @Nullable String accountId,
    @Nullable Instant verifiedAt,
    @Nullable Instant verifiedUntil,
    Instant createdAt) {

  /**
   * @param until when its proof expires; null where there is none
   * @param withCode whether its code is to be put into the profile
   */
  static ClaimView of(Claim claim, @Nullable Instant until, boolean withCode) {
    Proof proof = claim.proof();
    return new ClaimView(
        claim.id(),
        claim.platform(),
        claim.handle(),
        claim.status(),
        withCode ? claim.code().text() : null,
        withCode ? claim.code().expiresAt() : null,
        proof == null ? null : proof.accountId(),
        proof == null ? null : proof.at(),
        until,
        claim.createdAt());
  }
}
