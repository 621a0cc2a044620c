package io.clipmeter.local.simulator.apify;

import io.clipmeter.local.simulator.fault.Fault;
import io.clipmeter.local.simulator.fault.FaultKind;
import io.clipmeter.local.simulator.fault.FaultKind.Reach;
import io.clipmeter.local.simulator.fault.Faults;
import io.clipmeter.local.simulator.http.Answer;
import io.clipmeter.local.simulator.http.Handler;
import io.clipmeter.local.simulator.http.Refused;
import io.clipmeter.local.simulator.http.Request;
import java.io.IOException;

/**
 * Stands before every call: asks for a token, and lets the faults strike that can hit any call.
 *
 * @param perSecond the rate limit that the answers name; it is never enforced but by a fault
 */
record CallGuard(Faults faults, int perSecond, Handler guarded) implements Handler {
  private static final String BEARER = "Bearer ";
  private static final String BAD_GATEWAY =
      "<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n"
          + "<center><h1>502 Bad Gateway</h1></center>\n</body>\n</html>\n";

  @Override
  public Answer answer(Request request) throws IOException {
    checkToken(request);
    Answer answer =
        switch (faults.next(Reach.CALL).map(Fault::kind).orElse(null)) {
          case FaultKind.RATE_LIMIT -> rateLimited();
          case FaultKind.HTML_502 -> Answer.html(502, BAD_GATEWAY);
          case null -> guarded.answer(request);
          default ->
              Answer.error(500, "internal-server-error", "There was an internal server error");
        };
    return answer.with("X-RateLimit-Limit", Integer.toString(perSecond));
  }

  private Answer rateLimited() {
    return Answer.error(
        429,
        "rate-limit-exceeded",
        "You have exceeded the rate limit of " + perSecond + " requests per second");
  }

  /** Any token is good but {@code invalid}. */
  private static void checkToken(Request request) {
    String token =
        request
            .header("Authorization")
            .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(value -> value.substring(BEARER.length()).strip())
            .or(() -> request.query("token"))
            .filter(value -> !value.isEmpty())
            .orElseThrow(
                () ->
                    new Refused(
                        401, "token-not-provided", "Authentication token was not provided"));
    if (token.equals("invalid")) {
      throw new Refused(401, "invalid-token", "Authentication token is not valid.");
    }
  }
}
