package io.clipmeter.tracking.source.order;

import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.ViewSource.Existence;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has what one provider calls gone looked for by others that know whether a video is there, though
 * not how often it was seen: who shows it is right, and who does not find it either is evidence.
 */
final class GoneWitnesses {
  /** Each is a call, and rounds wait for it. */
  static final int ASKED_MAX = 10;

  private GoneWitnesses() {}

  /**
   * The answers with what others say of the first of those that are gone.
   *
   * @param now when something spoke for it
   */
  static Map<VideoKey, Answer> heard(
      List<ViewSource> sources, List<VideoRef> videos, Map<VideoKey, Answer> answers, Instant now) {
    Map<VideoKey, Answer> heard = new HashMap<>(answers);
    videos.stream()
        .filter(video -> isGone(answers.get(video.key())))
        .limit(ASKED_MAX)
        .forEach(
            video ->
                heard.computeIfPresent(video.key(), (key, a) -> heard(sources, video, a, now)));
    return heard;
  }

  private static boolean isGone(@Nullable Answer answer) {
    return answer != null && answer.reading() instanceof Reading.Gone;
  }

  private static Answer heard(
      List<ViewSource> sources, VideoRef video, Answer answer, Instant now) {
    Reading.Gone gone = (Reading.Gone) answer.reading();
    Existence known =
        sources.stream()
            .filter(source -> source.name() != answer.source())
            .map(source -> source.exists(video))
            .filter(said -> said != Existence.UNKNOWN)
            .findFirst()
            .orElse(Existence.UNKNOWN);
    return switch (known) {
      case THERE -> said(answer, Reading.failed("said to be gone, though others show it"));
      case NOT_THERE -> said(answer, new Reading.Gone(gone.reason(), false, now));
      case UNKNOWN -> answer;
    };
  }

  private static Answer said(Answer answer, Reading reading) {
    return new Answer(reading, answer.source(), answer.at());
  }
}
