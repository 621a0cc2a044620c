package io.clipmeter.tracking.source.ayrshare;

import io.clipmeter.chassis.setting.Bounds;
import io.clipmeter.tracking.source.call.BaseUrls;
import io.clipmeter.tracking.source.call.CallSettings;
import io.clipmeter.tracking.source.call.ChargeSettings;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Ayrshare is reached.
 *
 * @param baseUrl of its API; https, or http on a loopback address (a stand-in)
 * @param apiKey of the account; empty where Ayrshare is not used
 * @param parallelMax readings at a time in this instance, of clips and posts together, 1 to 50
 * @param busyMax answers of 429 that a profile may get in a day (UTC) from this instance before it
 *     is left alone, 1 to 900; at 1,000 over all instances Ayrshare suspends it
 * @param calls how often it may be called, and how failed calls are repeated
 * @param charges what it costs, and what it may cost
 */
@ConfigurationProperties("clipmeter.tracking.ayrshare")
public record AyrshareSettings(
    @DefaultValue("https://api.ayrshare.com/api") URI baseUrl,
    @DefaultValue("") String apiKey,
    @DefaultValue("5") int parallelMax,
    @DefaultValue("200") int busyMax,
    @DefaultValue CallSettings calls,
    @DefaultValue ChargeSettings charges) {

  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.ayrshare");

  /**
   * @throws IllegalArgumentException where a value is out of its range
   */
  public AyrshareSettings {
    BaseUrls.check("clipmeter.tracking.ayrshare.base-url (AYRSHARE_BASE_URL)", baseUrl);
    if (!apiKey.matches("[!-~]{0,500}")) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.ayrshare.api-key (AYRSHARE_API_KEY) must be without spaces");
    }
    BOUNDS.check("parallel-max", parallelMax, 1, 50);
    BOUNDS.check("busy-max", busyMax, 1, 900);
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "AyrshareSettings[%s, %s]".formatted(baseUrl, calls);
  }
}
