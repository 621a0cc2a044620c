package io.clipmeter.submission;

import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.shortlink.Resolution;
import io.clipmeter.links.shortlink.Resolution.Obstacle;
import io.clipmeter.links.shortlink.Resolution.Unreachable;
import io.clipmeter.submission.link.LinkSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Primary;

/** The platforms as a test has them: whoever is not told about is silent. */
@Primary
public final class FakeLinks implements LinkSource {
  private final Map<String, Resolution> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** Says where the link with this code leads. */
  public void lead(String code, Resolution where) {
    answers.put(code, where);
  }

  /** The codes that were asked for, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Resolution resolve(ShortLink link, Instant now) {
    asked.add(link.code());
    return answers.getOrDefault(link.code(), new Unreachable(Obstacle.NO_ANSWER));
  }
}
