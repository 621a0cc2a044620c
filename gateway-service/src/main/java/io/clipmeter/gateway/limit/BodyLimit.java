package io.clipmeter.gateway.limit;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies above the limit: at once where the length is declared, and while it is passed on
 * where it is not. Stands behind the check of the token and before anything that reads a body.
 */
@Component
@Order(0)
public final class BodyLimit extends OncePerRequestFilter {
  /** What a caller is told whose body is too large. */
  public static final ProblemType TOO_LARGE =
      new ProblemType("too-large", 413, "The request is too large");

  /** The detail that goes with it. */
  public static final String DETAIL = "The body is larger than this API takes.";

  private static final String EXCEEDED = BodyLimit.class.getName() + ".exceeded";

  private final long max;
  private final ProblemWriter problems;

  BodyLimit(LimitSettings settings, ProblemWriter problems) {
    this.max = settings.bodyMax().toBytes();
    this.problems = problems;
  }

  /** Whether this request's body turned out too large while it was read. */
  public static boolean exceeded(ServletRequest request) {
    return request.getAttribute(EXCEEDED) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > max) {
      problems.write(response, TOO_LARGE, DETAIL);
      return;
    }
    if (request.getContentLengthLong() >= 0) {
      chain.doFilter(request, response);
      return;
    }
    Runnable mark = () -> request.setAttribute(EXCEEDED, true);
    chain.doFilter(new LimitedRequest(request, max, mark), response);
  }
}
