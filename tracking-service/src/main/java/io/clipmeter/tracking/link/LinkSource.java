package io.clipmeter.tracking.link;

import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.shortlink.Resolution;
import java.time.Instant;

/** The port to the platforms. */
@FunctionalInterface
public interface LinkSource {

  /** Where a link leads; told within a bounded time. */
  Resolution resolve(ShortLink link, Instant now);
}
