package io.clipmeter.tracking.source.tiktok;

import io.clipmeter.chassis.setting.Bounds;
import io.clipmeter.tracking.source.call.BaseUrls;
import io.clipmeter.tracking.source.call.CallSettings;
import io.clipmeter.tracking.source.call.ChargeSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How TikTok's own API is reached.
 *
 * @param baseUrl of the Display API; https, or http on a loopback address (a stand-in)
 * @param oembedUrl of the site, for oEmbed; likewise
 * @param oembedTimeout for the whole of one of its answers; 1 ms to 30 s
 * @param enabled whether it is asked at all
 * @param parallelMax calls at a time in this instance, and as many of oEmbed, 1 to 50
 * @param calls how often it may be called (TikTok allows 600 a minute), and how failed calls are
 *     repeated
 * @param charges what it costs, and what it may cost
 */
@ConfigurationProperties("clipmeter.tracking.tiktok")
record TikTokSettings(
    @DefaultValue("https://open.tiktokapis.com") URI baseUrl,
    @DefaultValue("https://www.tiktok.com") URI oembedUrl,
    @DefaultValue("5s") Duration oembedTimeout,
    @DefaultValue("false") boolean enabled,
    @DefaultValue("5") int parallelMax,
    @DefaultValue CallSettings calls,
    @DefaultValue ChargeSettings charges) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.tiktok");

  TikTokSettings {
    BaseUrls.check("clipmeter.tracking.tiktok.base-url (TIKTOK_BASE_URL)", baseUrl);
    BaseUrls.check("clipmeter.tracking.tiktok.oembed-url", oembedUrl);
    BOUNDS.check("oembed-timeout (ms)", oembedTimeout.toMillis(), 1, 30_000);
    BOUNDS.check("parallel-max", parallelMax, 1, 50);
  }
}
