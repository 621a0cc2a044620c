package io.clipmeter.tracking.source.youtube;

import io.clipmeter.chassis.setting.Bounds;
import io.clipmeter.tracking.source.call.BaseUrls;
import io.clipmeter.tracking.source.call.CallSettings;
import io.clipmeter.tracking.source.call.ChargeSettings;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How YouTube's Data API is reached.
 *
 * @param baseUrl of Google's APIs; https, or http on a loopback address (a simulator)
 * @param apiKey of a project of Google Cloud with the API switched on
 * @param idsMax videos asked in one call, 1 to 50; a call costs one unit however many there are
 * @param parallelMax calls at a time in this instance, 1 to 50
 * @param calls how often it may be called, and how failed calls are repeated
 * @param charges the quota, in units
 */
@ConfigurationProperties("clipmeter.tracking.youtube")
record YouTubeSettings(
    @DefaultValue("https://www.googleapis.com") URI baseUrl,
    @DefaultValue("") String apiKey,
    @DefaultValue("50") int idsMax,
    @DefaultValue("5") int parallelMax,
    @DefaultValue CallSettings calls,
    @DefaultValue ChargeSettings charges) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.youtube");

  YouTubeSettings {
    BaseUrls.check("clipmeter.tracking.youtube.base-url (YOUTUBE_BASE_URL)", baseUrl);
    if (!apiKey.matches("[!-~]{0,200}")) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.youtube.api-key (YOUTUBE_API_KEY) must be without spaces");
    }
    BOUNDS.check("ids-max", idsMax, 1, 50);
    BOUNDS.check("parallel-max", parallelMax, 1, 50);
  }

  @Override
  public String toString() {
    return "YouTubeSettings[%s, %d ids, %s]".formatted(baseUrl, idsMax, calls);
  }
}
