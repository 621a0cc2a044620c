package io.clipmeter.chassis.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;

/** Ends a request with a problem detail. Rolls a surrounding transaction back. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final String detail;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private @Nullable Duration retryAfter;

  ProblemException(ProblemType type, String detail) {
    super(type.slug() + ": " + detail);
    this.type = type;
    this.detail = detail;
  }

  /** Adds a member beside the standard ones, e.g. the amount that was available. */
  public ProblemException with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /**
   * Says when it is worth another try: a header {@code Retry-After} in whole seconds, 1 or more.
   */
  public ProblemException retryAfter(Duration pause) {
    retryAfter = pause;
    return this;
  }

  /** What kind of refusal this is. */
  public ProblemType type() {
    return type;
  }

  HttpHeaders headers() {
    HttpHeaders headers = new HttpHeaders();
    if (retryAfter != null) {
      long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
      headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
    return headers;
  }

  ProblemDetail body() {
    ProblemDetail body = ProblemDetail.forStatus(type.status());
    body.setType(type.uri());
    body.setTitle(type.title());
    body.setDetail(detail);
    members.forEach(body::setProperty);
    return body;
  }
}
