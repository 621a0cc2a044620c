package io.clipmeter.gateway.route;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.problem.ProblemWriter;
import io.clipmeter.gateway.limit.BodyLimit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Stands around each call to a service: an answer is passed on, silence becomes a problem. */
@Component
class Relay {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final String RETRY_AFTER_SECONDS = "2";
  private static final ProblemType UNAVAILABLE =
      new ProblemType("service-unavailable", 503, "A service does not answer");

  private final ProblemWriter problems;
  private final MeterRegistry meters;

  Relay(ProblemWriter problems, MeterRegistry meters) {
    this.problems = problems;
    this.meters = meters;
  }

  /** The filter of the routes that lead to this service. */
  HandlerFilterFunction<ServerResponse, ServerResponse> to(Backend backend) {
    Counter unanswered =
        Counter.builder("clipmeter.gateway.unanswered")
            .description("Requests that a service did not answer")
            .tag("service", backend.label())
            .register(meters);
    return (request, next) -> {
      try {
        ServerResponse answer = next.handle(request);
        ClientHttpResponse origin = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_ATTR);
        return origin == null ? answer : new RelayedResponse(answer, origin);
      } catch (ResourceAccessException silence) {
        return refuse(request, backend, silence, unanswered);
      }
    };
  }

  private ServerResponse refuse(
      ServerRequest request, Backend backend, ResourceAccessException silence, Counter unanswered) {
    if (BodyLimit.exceeded(request.servletRequest())) {
      return problem(BodyLimit.TOO_LARGE, BodyLimit.DETAIL);
    }
    unanswered.increment();
    LOG.warn("{} does not answer: {}", backend.label(), silence.toString());
    return problem(
        UNAVAILABLE, "The " + backend.label() + " service does not answer; try again later.");
  }

  private ServerResponse problem(ProblemType type, String detail) {
    return ServerResponse.status(type.status())
        .build(
            (request, response) -> {
              if (type.status() == UNAVAILABLE.status()) {
                response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
              }
              problems.write(response, type, detail);
              return null;
            });
  }
}
