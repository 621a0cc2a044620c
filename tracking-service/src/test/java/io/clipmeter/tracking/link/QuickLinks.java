package io.clipmeter.tracking.link;

import java.time.Clock;
import java.time.Duration;

/** A resolver for tests that are about something else: no platform tells where a link leads. */
public final class QuickLinks {
  private QuickLinks() {}

  public static LinkResolver at(Clock clock) {
    return new LinkResolver(
        new FakeLinks(),
        new LinkSettings(Duration.ofSeconds(1), 3, 8, Duration.ofSeconds(1)),
        clock);
  }
}
