package io.clipmeter.payout.paypal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How PayPal is reached and how often it is asked.
 *
 * @param baseUrl of its API; https, or http on a loopback address (a stand-in)
 * @param clientId of the account that pays; empty where PayPal is not used
 * @param clientSecret its secret
 * @param currencies that PayPal pays in with our minor units; others are paid by hand
 * @param tick between two looks at what is due, 1 s to 1 h
 * @param batchMax payouts a look at most, 1 to 1,000
 * @param parallelMax calls at a time in this instance, 1 to 50
 * @param connectTimeout 1 ms to 1 min
 * @param answerTimeout for the whole of one answer, 1 ms to 5 min
 * @param busyFor nobody else calls about a payout for this long after one has begun to; longer than
 *     all calls of a batch can take one after another
 * @param firstGap before a payout is asked for again; it doubles each time
 * @param longestGap longest of these pauses, up to 1 day
 * @param giveUpAfter how long an order is sent that PayPal refuses for now, or waits for money that
 *     has to stay, up to 20 days
 * @param resendFor how long an order is sent again whose answer was lost: less than the 30 days for
 *     which PayPal recognizes it
 * @param silentFor after it PayPal's silence about an order that it has is a doubt: twice the
 *     longest gap at least, up to 20 days
 * @param watchGap between two looks at whether a closed payout was taken back, 1 h to 10 days
 * @param watchFor how long after its end it is looked at, 0 to 180 days: PayPal gives back what
 *     nobody has claimed for 30 days
 */
@ConfigurationProperties("clipmeter.payout.paypal")
public record PayPalSettings(
    @DefaultValue("https://api-m.paypal.com") URI baseUrl,
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue({
          "AUD", "BRL", "CAD", "CZK", "DKK", "EUR", "HKD", "ILS", "JPY", "MXN", "NZD", "NOK", "PHP",
          "PLN", "GBP", "SGD", "SEK", "CHF", "THB", "USD"
        })
        List<String> currencies,
    @DefaultValue("5s") Duration tick,
    @DefaultValue("20") int batchMax,
    @DefaultValue("4") int parallelMax,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("30s") Duration answerTimeout,
    @DefaultValue("10m") Duration busyFor,
    @DefaultValue("15s") Duration firstGap,
    @DefaultValue("6h") Duration longestGap,
    @DefaultValue("1d") Duration giveUpAfter,
    @DefaultValue("20d") Duration resendFor,
    @DefaultValue("3d") Duration silentFor,
    @DefaultValue("1d") Duration watchGap,
    @DefaultValue("35d") Duration watchFor) {
  private static final String PREFIX = "clipmeter.payout.paypal.";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * @throws IllegalArgumentException where a value is out of its range; the message does not
   *     contain the secret
   */
  public PayPalSettings {
    currencies = List.copyOf(currencies);
    checkUrl(baseUrl);
    if (!clientId.matches("[!-~]{0,200}") || !clientSecret.matches("[!-~]{0,500}")) {
      throw new IllegalArgumentException(
          PREFIX + "client-id (PAYPAL_CLIENT_ID) and its secret must be without spaces");
    }
    if (clientId.isEmpty() != clientSecret.isEmpty()) {
      throw new IllegalArgumentException(
          PREFIX + "client-id (PAYPAL_CLIENT_ID) and PAYPAL_CLIENT_SECRET belong together");
    }
    within("tick (ms)", tick.toMillis(), 1000, 3_600_000);
    within("batch-max", batchMax, 1, 1000);
    within("parallel-max", parallelMax, 1, 50);
    within("connect-timeout (ms)", connectTimeout.toMillis(), 1, 60_000);
    within("answer-timeout (ms)", answerTimeout.toMillis(), 1, 300_000);
    // A token, then the call, for each of those that wait in one line.
    long oneAfterAnother = (batchMax + parallelMax - 1L) / parallelMax * 2;
    long longest = connectTimeout.plus(answerTimeout).toMillis() * oneAfterAnother;
    within("busy-for (ms)", busyFor.toMillis(), longest, Duration.ofDays(1).toMillis());
    within("first-gap (ms)", firstGap.toMillis(), 1, 3_600_000);
    within("longest-gap (ms)", longestGap.toMillis(), firstGap.toMillis(), 86_400_000);
    within("give-up-after (h)", giveUpAfter.toHours(), 1, 480);
    within("resend-for (d)", resendFor.toDays(), 1, 25);
    long twoGaps = longestGap.multipliedBy(2).toMillis();
    within("silent-for (ms)", silentFor.toMillis(), twoGaps, Duration.ofDays(20).toMillis());
    within("watch-gap (h)", watchGap.toHours(), 1, 240);
    within("watch-for (d)", watchFor.toDays(), 0, 180);
  }

  private static void checkUrl(URI url) {
    boolean secure = "https".equals(url.getScheme());
    boolean local = "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
    if ((!secure && !local) || url.getUserInfo() != null || url.getQuery() != null) {
      throw new IllegalArgumentException(
          PREFIX + "base-url must be https, or http on a loopback address, and nothing more");
    }
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          PREFIX + "%s must be %d to %d, not %d".formatted(name, least, most, value));
    }
  }

  /**
   * Names the account without saying which it is: SHA-256 of where it is and its client id. The
   * secret may change.
   */
  String account() {
    String named = baseUrl.toString().replaceFirst("/+$", "") + "\n" + clientId;
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(named.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** Says nothing of the account. */
  @Override
  public String toString() {
    return "PayPalSettings[" + baseUrl + "]";
  }
}
