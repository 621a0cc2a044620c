package io.clipmeter.tracking.hook;

import io.clipmeter.chassis.setting.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls of Ayrshare are checked.
 *
 * @param secret what the webhook was registered with; empty where none is
 * @param ageMax how far a call's time may be from ours, 1 s to 1 day: Ayrshare repeats a call for
 *     about an hour
 * @param keep how long a call is remembered so as not to act on it again, 1 day to 1 year
 */
@ConfigurationProperties("clipmeter.tracking.hook")
record HookSettings(
    @DefaultValue("") String secret,
    @DefaultValue("2h") Duration ageMax,
    @DefaultValue("30d") Duration keep) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.hook");

  HookSettings {
    if (!secret.matches("([!-~]{16,500})?")) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.hook.secret (AYRSHARE_WEBHOOK_SECRET) must be 16 to 500 characters"
              + " without spaces");
    }
    BOUNDS.check("age-max (s)", ageMax.toSeconds(), 1, 86_400);
    BOUNDS.check("keep (days)", keep.toDays(), 1, 365);
  }

  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return "HookSettings[%s]".formatted(ageMax);
  }
}
