package io.clipmeter.tracking.creator;

import io.clipmeter.chassis.setting.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts are proven.
 *
 * @param codeFor how long a code may be shown, 1 min to 7 days
 * @param attemptsMax how often it is looked for, 1 to 100
 * @param openMax accounts that one clipper may have codes for at a time, 1 to 100
 * @param atOnceMax profiles that this instance reads at a time, 1 to 50; beyond it nobody waits
 * @param readingFor how long a clipper waits for a profile, 100 ms to 5 min
 * @param proof how long proofs are good
 */
@ConfigurationProperties("clipmeter.tracking.creator")
record CreatorSettings(
    @DefaultValue("24h") Duration codeFor,
    @DefaultValue("10") int attemptsMax,
    @DefaultValue("10") int openMax,
    @DefaultValue("4") int atOnceMax,
    @DefaultValue("45s") Duration readingFor,
    @DefaultValue Proofs proof) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.creator");

  CreatorSettings {
    BOUNDS.check("code-for (ms)", codeFor.toMillis(), 60_000, Duration.ofDays(7).toMillis());
    BOUNDS.check("attempts-max", attemptsMax, 1, 100);
    BOUNDS.check("open-max", openMax, 1, 100);
    BOUNDS.check("at-once-max", atOnceMax, 1, 50);
    BOUNDS.check("reading-for (ms)", readingFor.toMillis(), 100, 300_000);
  }

  /**
   * How long proofs are good.
   *
   * @param goodFor after which an account is its clipper's no longer, 1 day to 10 years
   * @param renewBefore how long before that it may be proven anew, up to goodFor
   * @param look pause between two looks for proofs that have expired, 1 s to 1 day
   */
  record Proofs(
      @DefaultValue("180d") Duration goodFor,
      @DefaultValue("30d") Duration renewBefore,
      @DefaultValue("10m") Duration look) {
    Proofs {
      BOUNDS.check("proof.good-for (h)", goodFor.toHours(), 24, Duration.ofDays(3_653).toHours());
      BOUNDS.check("proof.renew-before (h)", renewBefore.toHours(), 0, goodFor.toHours());
      BOUNDS.check("proof.look (s)", look.toSeconds(), 1, Duration.ofDays(1).toSeconds());
    }
  }
}
