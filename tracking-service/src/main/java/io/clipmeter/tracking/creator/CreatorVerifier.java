package io.clipmeter.tracking.creator;

import io.clipmeter.tracking.creator.CreatorOutcome.Done;
import io.clipmeter.tracking.creator.CreatorOutcome.Refused;
import io.clipmeter.tracking.creator.CreatorRefusal.ProfileUnreadable;
import io.clipmeter.tracking.creator.VerificationPolicy.Verdict;
import io.clipmeter.tracking.source.profile.BoundedProfiles;
import io.clipmeter.tracking.source.profile.ProfileReading;
import io.clipmeter.tracking.source.profile.ProfileSource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Looks for a code in a profile: one transaction before the platform is asked, one after. */
@Component
class CreatorVerifier implements DisposableBean {
  private final CreatorDesk desk;
  private final BoundedProfiles profiles;
  private final Clock clock;

  CreatorVerifier(CreatorDesk desk, ProfileSource profiles, CreatorSettings settings, Clock clock) {
    this.desk = desk;
    this.profiles = new BoundedProfiles(profiles, settings.atOnceMax(), settings.readingFor());
    this.clock = clock;
  }

  /**
   * Proves an account if its profile shows the code. An account that is proven stays so, until its
   * proof expires; shortly before, it can be proven anew.
   */
  CreatorOutcome verify(String clipper, UUID id) {
    return switch (desk.attempt(clipper, id)) {
      case Refused refused -> refused;
      case Done(Claim claim) when desk.settled(claim) -> new Done(claim);
      case Done(Claim claim) -> judged(claim, profiles.read(claim.platform(), claim.handle()));
    };
  }

  private CreatorOutcome judged(Claim claim, ProfileReading reading) {
    return switch (VerificationPolicy.verdict(
        claim, reading, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      case Verdict.Proven(var proof) -> desk.prove(claim, proof);
      case Verdict.Refused(CreatorRefusal refusal) -> {
        if (refusal instanceof ProfileUnreadable) {
          desk.forgetAttempt(claim);
        }
        yield new Refused(refusal);
      }
    };
  }

  @Override
  public void destroy() {
    profiles.close();
  }
}
