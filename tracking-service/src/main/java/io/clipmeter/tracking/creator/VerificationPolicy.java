package io.clipmeter.tracking.creator;

import io.clipmeter.tracking.creator.Claim.Code;
import io.clipmeter.tracking.creator.Claim.Proof;
import io.clipmeter.tracking.creator.CreatorRefusal.CodeExpired;
import io.clipmeter.tracking.creator.CreatorRefusal.CodeNotFound;
import io.clipmeter.tracking.creator.CreatorRefusal.ProfileNotFound;
import io.clipmeter.tracking.creator.CreatorRefusal.ProfileUnreadable;
import io.clipmeter.tracking.creator.CreatorRefusal.TooManyAttempts;
import io.clipmeter.tracking.source.profile.Profile;
import io.clipmeter.tracking.source.profile.ProfileReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a code may be looked for, and what a profile proves. */
final class VerificationPolicy {
  /** Attempts without an answer do not count as attempts, but what they cost has a limit, too. */
  private static final int UNANSWERED_FACTOR = 3;

  private VerificationPolicy() {}

  /** What a reading of the profile comes to. */
  sealed interface Verdict {
    /** The account is the clipper's. */
    record Proven(Proof proof) implements Verdict {}

    /** Not yet, and why. */
    record Refused(CreatorRefusal refusal) implements Verdict {}
  }

  /** The name of an account as it is kept: one account, one spelling. */
  static String handle(String written) {
    String plain = written.startsWith("@") ? written.substring(1) : written;
    return plain.toLowerCase(Locale.ROOT);
  }

  /** When a proof expires; null where there is none. */
  static @Nullable Instant provenUntil(Claim claim, CreatorSettings.Proofs proofs) {
    Proof proof = claim.proof();
    return proof == null ? null : proof.at().plus(proofs.goodFor());
  }

  /** Whether an account is proven, and not to be proven anew yet. */
  static boolean settled(Claim claim, CreatorSettings.Proofs proofs, Instant now) {
    Instant until = provenUntil(claim, proofs);
    return until != null && now.isBefore(until.minus(proofs.renewBefore()));
  }

  /** What stands against looking for a code now, if anything does. */
  static Optional<CreatorRefusal> objection(Code code, int attemptsMax, Instant now) {
    if (code.isExpiredAt(now)) {
      return Optional.of(new CodeExpired());
    }
    boolean tooMany =
        code.attempts() >= attemptsMax || code.readings() >= attemptsMax * UNANSWERED_FACTOR;
    return tooMany
        ? Optional.of(new TooManyAttempts(Duration.between(now, code.expiresAt())))
        : Optional.empty();
  }

  /** What a reading proves; a profile of another name proves nothing. */
  static Verdict verdict(Claim claim, ProfileReading reading, Instant now) {
    return switch (reading) {
      case ProfileReading.Gone gone -> new Verdict.Refused(new ProfileNotFound());
      case ProfileReading.Unknown unknown -> new Verdict.Refused(new ProfileUnreadable());
      case ProfileReading.Ok(Profile profile)
          when !handle(profile.handle()).equals(claim.handle()) ->
          new Verdict.Refused(new ProfileUnreadable());
      case ProfileReading.Ok(Profile profile) ->
          holds(profile.bio(), claim.code().text())
              ? new Verdict.Proven(new Proof(profile.accountId(), now))
              : new Verdict.Refused(new CodeNotFound());
    };
  }

  /** A code counts in upper and lower case, and only where it stands alone. */
  private static boolean holds(@Nullable String bio, String code) {
    String text = bio == null ? "" : bio.toUpperCase(Locale.ROOT);
    for (int at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + 1)) {
      int end = at + code.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }
}
