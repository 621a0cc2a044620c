package io.clipmeter.tracking.job;

import io.clipmeter.chassis.setting.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How scraping jobs are run. A job costs calls of a provider, so its size and number are bounded.
 *
 * @param poll pause between two looks for jobs, 10 ms to 1 min
 * @param lease after which a job whose reader fell silent is taken over, 1 s to 1 h
 * @param parallelMax jobs at a time in this instance, 1 to 20
 * @param openMax unfinished jobs of one caller, 1 to 100
 * @param urlMax addresses in one job, 1 to 1,000
 * @param profileMax videos that an account's address leads to, 1 to 500
 * @param holdersMax times that a job is taken up before it is given up, 1 to 100
 * @param keep how long a job stays after its end, with what it found; 1 hour to 10 years
 */
@ConfigurationProperties("clipmeter.tracking.job")
public record JobSettings(
    @DefaultValue("1s") Duration poll,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("2") int parallelMax,
    @DefaultValue("5") int openMax,
    @DefaultValue("100") int urlMax,
    @DefaultValue("30") int profileMax,
    @DefaultValue("10") int holdersMax,
    @DefaultValue("30d") Duration keep) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.job");

  /**
   * @throws IllegalArgumentException where a value is out of its range
   */
  public JobSettings {
    BOUNDS.check("poll (ms)", poll.toMillis(), 10, 60_000);
    BOUNDS.check("lease (ms)", lease.toMillis(), 1_000, 3_600_000);
    BOUNDS.check("parallel-max", parallelMax, 1, 20);
    BOUNDS.check("open-max", openMax, 1, 100);
    BOUNDS.check("url-max", urlMax, 1, 1_000);
    BOUNDS.check("profile-max", profileMax, 1, 500);
    BOUNDS.check("holders-max", holdersMax, 1, 100);
    BOUNDS.check("keep (h)", keep.toHours(), 1, Duration.ofDays(3_653).toHours());
  }
}
