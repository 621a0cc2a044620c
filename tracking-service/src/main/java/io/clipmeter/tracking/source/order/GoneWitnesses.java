package io.clipmeter.tracking.source.order;

import io.clipmeter.tracking.source.Answer;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.ViewSource.Existence;
import io.clipmeter.tracking.source.call.Purpose;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has what one provider calls gone looked for by others that know whether a video is there, though
 * not how often it was seen: who shows it is right, and who does not find it either is evidence.
 * Where they were not heard it is doubted: they might have shown it.
 */
@Component
class GoneWitnesses {
  /** Each is a call, and rounds wait for it. */
  static final int ASKED_MAX = 10;

  private static final Logger LOG = LoggerFactory.getLogger(GoneWitnesses.class);

  private final WitnessSettings settings;
  private final Clock clock;

  GoneWitnesses(WitnessSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The answers with what others say of some of those that are gone. Never throws.
   *
   * @param videos each once
   * @param agreed those that two providers call gone: they need no witness, but one may show them
   */
  Map<VideoKey, Answer> heard(
      List<ViewSource> sources,
      List<VideoRef> videos,
      Map<VideoKey, Answer> answers,
      Set<VideoKey> agreed) {
    Map<VideoRef, List<ViewSource>> gone = new HashMap<>();
    for (VideoRef video : videos) {
      List<ViewSource> witnesses = witnesses(sources, answer(answers, video));
      if (!witnesses.isEmpty()) {
        gone.put(video, witnesses);
      }
    }
    Map<VideoKey, Answer> heard = new HashMap<>(answers);
    Map<VideoRef, CompletableFuture<Existence>> asked = asked(gone, videos, answers);
    for (VideoRef video : gone.keySet()) {
      CompletableFuture<Existence> said = asked.get(video);
      Existence existence = said == null ? Existence.UNKNOWN : said.join();
      heard.computeIfPresent(
          video.key(), (key, answer) -> judged(answer, existence, agreed.contains(key)));
    }
    return heard;
  }

  private static Answer answer(Map<VideoKey, Answer> answers, VideoRef video) {
    return Objects.requireNonNull(answers.get(video.key()));
  }

  /** Whoever called it gone is no witness of that. */
  private static List<ViewSource> witnesses(List<ViewSource> sources, Answer answer) {
    return answer.reading() instanceof Reading.Gone
        ? sources.stream()
            .filter(source -> source.isWitness() && source.name() != answer.source())
            .toList()
        : List.of();
  }

  /** Which of many are asked for is left to chance: else the same ones had no witness each time. */
  private Map<VideoRef, CompletableFuture<Existence>> asked(
      Map<VideoRef, List<ViewSource>> gone, List<VideoRef> videos, Map<VideoKey, Answer> answers) {
    List<VideoRef> inTurn = mixed(List.copyOf(gone.keySet()));
    VideoRef shown =
        mixed(videos).stream()
            .filter(video -> answer(answers, video).reading() instanceof Reading.Ok)
            .findFirst()
            .orElse(null);
    Map<VideoRef, CompletableFuture<Existence>> asked = new HashMap<>();
    for (VideoRef video : inTurn.subList(0, Math.min(ASKED_MAX, inTurn.size()))) {
      asked.put(video, asked(gone.getOrDefault(video, List.of()), video, shown));
    }
    return asked;
  }

  private static List<VideoRef> mixed(List<VideoRef> videos) {
    List<VideoRef> mixed = new ArrayList<>(videos);
    Collections.shuffle(mixed);
    return mixed;
  }

  /** Who answers later than that is not heard; the call ends by itself. */
  private CompletableFuture<Existence> asked(
      List<ViewSource> witnesses, VideoRef video, @Nullable VideoRef shown) {
    Purpose purpose = Purpose.current();
    return CompletableFuture.supplyAsync(
            () -> purpose.get(() -> said(witnesses, video, shown)),
            task -> Thread.ofVirtual().name("gone-witness").start(task))
        .completeOnTimeout(Existence.UNKNOWN, settings.waitMax().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Existence said(
      List<ViewSource> witnesses, VideoRef video, @Nullable VideoRef shown) {
    return witnesses.stream()
        .map(witness -> said(witness, video, shown))
        .filter(said -> said != Existence.UNKNOWN)
        .findFirst()
        .orElse(Existence.UNKNOWN);
  }

  private static Existence said(ViewSource witness, VideoRef video, @Nullable VideoRef shown) {
    try {
      return witness.exists(video, shown);
    } catch (RuntimeException fault) {
      LOG.error("{} failed to look for {}", witness.name(), video.key(), fault);
      return Existence.UNKNOWN;
    }
  }

  private Answer judged(Answer answer, Existence existence, boolean agreed) {
    Reading.Gone gone = (Reading.Gone) answer.reading();
    return switch (existence) {
      case THERE -> said(answer, Reading.uncounted("said to be gone, though others show it"));
      case NOT_THERE -> said(answer, new Reading.Gone(gone.reason(), false, clock.instant()));
      case UNKNOWN ->
          agreed ? answer : said(answer, new Reading.Gone(gone.reason(), true, gone.backedAt()));
    };
  }

  private static Answer said(Answer answer, Reading reading) {
    return new Answer(reading, answer.source(), answer.at(), answer.unheard());
  }
}
