package io.clipmeter.gateway.limit;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request whose body breaks off where it becomes too large. */
final class LimitedRequest extends HttpServletRequestWrapper {
  private final long max;
  private final Runnable exceeded;
  private @Nullable ServletInputStream body;

  LimitedRequest(HttpServletRequest request, long max, Runnable exceeded) {
    super(request);
    this.max = max;
    this.exceeded = exceeded;
  }

  @Override
  public synchronized ServletInputStream getInputStream() throws IOException {
    ServletInputStream limited = body;
    if (limited == null) {
      limited = new LimitedBody(super.getInputStream(), max, exceeded);
      body = limited;
    }
    return limited;
  }
}
