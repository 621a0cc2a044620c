package io.clipmeter.payout.paypal;

import io.clipmeter.payout.paypal.PayPalHttp.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The token that opens PayPal's API, kept until shortly before it ends. */
final class AccessToken {
  private static final Logger LOG = LoggerFactory.getLogger(AccessToken.class);
  private static final long SECONDS_EARLIER = 120;
  private static final long SECONDS_MOST = 86_400;

  private record Held(String token, Instant until) {}

  private final PayPalHttp http;
  private final Clock clock;
  private Held held = new Held("", Instant.EPOCH);

  AccessToken(PayPalHttp http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  /** A token; empty where PayPal gives none. One call at a time: the others wait for its answer. */
  synchronized Optional<String> get() {
    Instant now = clock.instant();
    if (now.isBefore(held.until())) {
      return Optional.of(held.token());
    }
    Answer answer = http.login();
    if (answer instanceof Answer.Came came && came.isGood()) {
      return keep(came.body(), now);
    }
    LOG.warn("PayPal gives no token: {}", words(answer));
    return Optional.empty();
  }

  /** Forgets a token that PayPal does not take any more. */
  synchronized void drop(String token) {
    if (held.token().equals(token)) {
      held = new Held("", Instant.EPOCH);
    }
  }

  private Optional<String> keep(JsonNode body, Instant now) {
    String token = body.path("access_token").asString("");
    long seconds = Math.min(body.path("expires_in").asLong(0), SECONDS_MOST);
    if (!token.matches("[!-~]{1,5000}") || seconds <= 0) {
      LOG.warn("PayPal gives no token: the answer has another shape");
      return Optional.empty();
    }
    held = new Held(token, now.plusSeconds(Math.max(0, seconds - SECONDS_EARLIER)));
    return Optional.of(token);
  }

  private static String words(Answer answer) {
    return switch (answer) {
      case Answer.Came came -> "HTTP " + came.status();
      case Answer.NotSent(String why) -> why;
      case Answer.Lost(String why) -> why;
    };
  }
}
