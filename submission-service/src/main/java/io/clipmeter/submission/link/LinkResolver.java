package io.clipmeter.submission.link;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.shortlink.Resolution;
import io.clipmeter.links.shortlink.Resolution.Obstacle;
import io.clipmeter.links.shortlink.Resolution.Refused;
import io.clipmeter.links.shortlink.Resolution.Resolved;
import io.clipmeter.links.shortlink.Resolution.Unreachable;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Asks platforms where short links lead. A platform that answered nothing to most of the last links
 * is left alone for a while, so that its slowness costs nobody but the first to notice it.
 */
@Component
public class LinkResolver {
  private static final int WINDOW = 20;

  private final LinkSource source;
  private final Duration pause;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Map<Platform, CircuitBreaker> breakers = new ConcurrentHashMap<>();

  LinkResolver(LinkSource source, LinkSettings settings, Clock clock, MeterRegistry meters) {
    this.source = source;
    this.pause = settings.pause();
    this.clock = clock;
    this.meters = meters;
  }

  /** Where a link leads; told within a bounded time. Not to be asked inside a transaction. */
  public Resolution resolve(ShortLink link) {
    CircuitBreaker breaker = breakers.computeIfAbsent(link.platform(), this::breaker);
    Timer.Sample sample = Timer.start(meters);
    Resolution resolution =
        breaker.tryAcquirePermission()
            ? asked(breaker, link)
            : new Unreachable(Obstacle.LEFT_ALONE);
    sample.stop(
        Timer.builder("clipmeter.submission.short.links")
            .description("Short links that platforms were asked for")
            .tag("platform", link.platform().name())
            .tag("result", result(resolution))
            .register(meters));
    return resolution;
  }

  /** How long to wait before a link is worth another try. */
  public Duration pause() {
    return pause;
  }

  private Resolution asked(CircuitBreaker breaker, ShortLink link) {
    long start = breaker.getCurrentTimestamp();
    boolean told = false;
    try {
      Resolution resolution = source.resolve(link, clock.instant());
      told = note(breaker, resolution, breaker.getCurrentTimestamp() - start);
      return resolution;
    } finally {
      if (!told) {
        breaker.releasePermission();
      }
    }
  }

  /** Whether this says anything of the platform: our own lack of places does not. */
  private static boolean note(CircuitBreaker breaker, Resolution resolution, long took) {
    TimeUnit unit = breaker.getTimestampUnit();
    return switch (resolution) {
      case Unreachable(Obstacle reason) when reason == Obstacle.BUSY -> false;
      case Unreachable(Obstacle reason) -> {
        breaker.onError(took, unit, new NoAnswer(reason));
        yield true;
      }
      case Resolved resolved -> {
        breaker.onSuccess(took, unit);
        yield true;
      }
      case Refused refused -> {
        breaker.onSuccess(took, unit);
        yield true;
      }
    };
  }

  private CircuitBreaker breaker(Platform platform) {
    return CircuitBreaker.of(
        "short-links-" + platform.name().toLowerCase(Locale.ROOT),
        CircuitBreakerConfig.custom()
            .slidingWindowSize(WINDOW)
            .minimumNumberOfCalls(WINDOW / 2)
            .waitDurationInOpenState(pause)
            .permittedNumberOfCallsInHalfOpenState(2)
            .build());
  }

  private static String result(Resolution resolution) {
    return switch (resolution) {
      case Resolved resolved -> "resolved";
      case Refused(var reason) -> reason.name().toLowerCase(Locale.ROOT);
      case Unreachable(var reason) -> reason.name().toLowerCase(Locale.ROOT);
    };
  }

  /** What the breaker counts. */
  private static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswer(Obstacle reason) {
      super(reason.name(), null, false, false);
    }
  }
}
