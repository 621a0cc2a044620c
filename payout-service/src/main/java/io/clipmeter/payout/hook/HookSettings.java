package io.clipmeter.payout.hook;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls of PayPal are checked.
 *
 * @param webhookId PayPal's id of our webhook, part of what is signed; empty where there is none
 * @param certOrigin the one place that PayPal's certificates are taken from; https, or http on a
 *     loopback address (a stand-in)
 * @param keep how long a call is remembered so as not to act on it again, 1 day to 1 year
 */
@ConfigurationProperties("clipmeter.payout.hook")
record HookSettings(
    @DefaultValue("") String webhookId,
    @DefaultValue("https://api.paypal.com") URI certOrigin,
    @DefaultValue("30d") Duration keep) {
  private static final String PREFIX = "clipmeter.payout.hook.";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * @throws IllegalArgumentException where a value is out of its range
   */
  HookSettings {
    if (!webhookId.matches("[A-Za-z0-9-]{0,100}")) {
      throw new IllegalArgumentException(
          PREFIX + "webhook-id (PAYPAL_WEBHOOK_ID) must be letters, digits and dashes");
    }
    boolean secure = "https".equals(certOrigin.getScheme());
    boolean local =
        "http".equals(certOrigin.getScheme()) && LOOPBACK.contains(certOrigin.getHost());
    boolean bare = certOrigin.getRawPath().isEmpty() && certOrigin.getQuery() == null;
    if ((!secure && !local) || !bare || certOrigin.getUserInfo() != null) {
      throw new IllegalArgumentException(
          PREFIX + "cert-origin must be an https origin, or an http one on a loopback address");
    }
    if (keep.toDays() < 1 || keep.toDays() > 365) {
      throw new IllegalArgumentException(PREFIX + "keep must be 1d to 365d");
    }
  }
}
