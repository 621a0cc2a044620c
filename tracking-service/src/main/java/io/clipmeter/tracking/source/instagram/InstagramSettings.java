package io.clipmeter.tracking.source.instagram;

import io.clipmeter.chassis.setting.Bounds;
import io.clipmeter.tracking.source.call.BaseUrls;
import io.clipmeter.tracking.source.call.CallSettings;
import io.clipmeter.tracking.source.call.ChargeSettings;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Instagram's Graph API is reached.
 *
 * @param baseUrl graph.facebook.com or graph.instagram.com, as the tokens are; https, or http on a
 *     loopback address (a stand-in)
 * @param version of the API, such as v23.0; from v22.0 on {@code views} is the only count there is
 * @param enabled whether it is asked at all
 * @param parallelMax calls at a time in this instance, 1 to 50
 * @param pagesMax most pages of an account's media that are looked through in one go, 1 to 1,000
 * @param calls how often it may be called, and how failed calls are repeated
 * @param charges what it costs, and what it may cost
 */
@ConfigurationProperties("clipmeter.tracking.instagram")
record InstagramSettings(
    @DefaultValue("https://graph.facebook.com") URI baseUrl,
    @DefaultValue("v23.0") String version,
    @DefaultValue("false") boolean enabled,
    @DefaultValue("5") int parallelMax,
    @DefaultValue("50") int pagesMax,
    @DefaultValue CallSettings calls,
    @DefaultValue ChargeSettings charges) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.instagram");

  InstagramSettings {
    BaseUrls.check("clipmeter.tracking.instagram.base-url (INSTAGRAM_BASE_URL)", baseUrl);
    if (!version.matches("v(2[2-9]|[3-9][0-9])\\.[0-9]")) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.instagram.version must be v22.0 or later, not " + version);
    }
    BOUNDS.check("parallel-max", parallelMax, 1, 50);
    BOUNDS.check("pages-max", pagesMax, 1, 1_000);
  }
}
