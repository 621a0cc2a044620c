package io.clipmeter.tracking.link;

import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.shortlink.Resolution;
import io.clipmeter.links.shortlink.Resolution.Obstacle;
import io.clipmeter.links.shortlink.Resolution.Unreachable;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The platforms as a test has them: whoever is not told about is silent. */
public final class FakeLinks implements LinkSource {
  private final Map<String, Resolution> answers = new ConcurrentHashMap<>();

  /** Says where the link with this code leads. */
  public void lead(String code, Resolution where) {
    answers.put(code, where);
  }

  @Override
  public Resolution resolve(ShortLink link, Instant now) {
    return answers.getOrDefault(link.code(), new Unreachable(Obstacle.NO_ANSWER));
  }
}
