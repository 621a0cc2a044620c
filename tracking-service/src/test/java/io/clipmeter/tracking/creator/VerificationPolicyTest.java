package io.clipmeter.tracking.creator;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.creator.Claim.Code;
import io.clipmeter.tracking.creator.Claim.Proof;
import io.clipmeter.tracking.creator.Claim.Status;
import io.clipmeter.tracking.creator.CreatorRefusal.CodeExpired;
import io.clipmeter.tracking.creator.CreatorRefusal.CodeNotFound;
import io.clipmeter.tracking.creator.CreatorRefusal.ProfileNotFound;
import io.clipmeter.tracking.creator.CreatorRefusal.ProfileUnreadable;
import io.clipmeter.tracking.creator.CreatorRefusal.TooManyAttempts;
import io.clipmeter.tracking.creator.VerificationPolicy.Verdict;
import io.clipmeter.tracking.source.profile.Profile;
import io.clipmeter.tracking.source.profile.ProfileReading;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ABCD2345",
        "I make clips. ABCD2345",
        "abcd2345 and more",
        "code:ABCD2345.",
        "🎬ABCD2345🎬",
        "XABCD2345 ABCD2345",
        "a\nABCD2345\nb",
      })
  void aProfileThatHoldsTheCodeProvesIt(String bio) {
    assertThat(verdict(bio)).isEqualTo(new Verdict.Proven(new Proof("77", NOW)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "I make clips", "ABCD234", "ABCD2346", "ABCD 2345", "XABCD2345", "ABCD23456"})
  void aProfileWithoutTheCodeProvesNothing(String bio) {
    assertThat(verdict(bio)).isEqualTo(new Verdict.Refused(new CodeNotFound()));
  }

  @Test
  void aProfileWithoutWordsProvesNothing() {
    ProfileReading silent = new ProfileReading.Ok(profile("77", "Clip.Maker", null));
    assertThat(VerificationPolicy.verdict(claim(), silent, NOW))
        .isEqualTo(new Verdict.Refused(new CodeNotFound()));
  }

  @Test
  void anotherProfileThanWasAskedForProvesNothing() {
    ProfileReading other = new ProfileReading.Ok(profile("78", "somebody", "ABCD2345"));
    assertThat(VerificationPolicy.verdict(claim(), other, NOW))
        .isEqualTo(new Verdict.Refused(new ProfileUnreadable()));
  }

  @Test
  void aProfileThatIsNotThereIsToldFromOneThatIsNotShown() {
    assertThat(
            VerificationPolicy.verdict(
                claim(), new ProfileReading.Gone(UnavailableReason.NOT_FOUND), NOW))
        .isEqualTo(new Verdict.Refused(new ProfileNotFound()));
    assertThat(VerificationPolicy.verdict(claim(), new ProfileReading.Unknown("x"), NOW))
        .isEqualTo(new Verdict.Refused(new ProfileUnreadable()));
  }

  @Test
  void aCodeIsLookedForUntilItExpires() {
    Code code = new Code("ABCD2345", NOW.plusMillis(1), 0, 0);
    assertThat(VerificationPolicy.objection(code, 3, NOW)).isEmpty();
    assertThat(VerificationPolicy.objection(code, 3, NOW.plusMillis(1)))
        .contains(new CodeExpired());
  }

  @Test
  void aCodeIsLookedForSoManyTimes() {
    assertThat(VerificationPolicy.objection(tried(2), 3, NOW)).isEmpty();
    assertThat(VerificationPolicy.objection(tried(3), 3, NOW))
        .contains(new TooManyAttempts(Duration.ofHours(1)));
    assertThat(VerificationPolicy.objection(read(8), 3, NOW)).isEmpty();
    assertThat(VerificationPolicy.objection(read(9), 3, NOW))
        .contains(new TooManyAttempts(Duration.ofHours(1)));
  }

  @ParameterizedTest
  @CsvSource({"@Clip.Maker_1, clip.maker_1", "clip, clip"})
  void anAccountHasOneSpelling(String written, String kept) {
    assertThat(VerificationPolicy.handle(written)).isEqualTo(kept);
  }

  private static Code read(int readings) {
    return new Code("ABCD2345", NOW.plus(Duration.ofHours(1)), 0, readings);
  }

  private static Code tried(int attempts) {
    return new Code("ABCD2345", NOW.plus(Duration.ofHours(1)), attempts, attempts);
  }

  private static Verdict verdict(String bio) {
    ProfileReading shown = new ProfileReading.Ok(profile("77", "Clip.Maker", bio));
    return VerificationPolicy.verdict(claim(), shown, NOW);
  }

  private static Profile profile(String id, String handle, @Nullable String bio) {
    return new Profile(id, handle, null, null, bio, null, null, null);
  }

  private static Claim claim() {
    return new Claim(
        UUID.randomUUID(),
        "cleo",
        Platform.TIKTOK,
        "clip.maker",
        Status.PENDING,
        tried(0),
        null,
        NOW);
  }
}
