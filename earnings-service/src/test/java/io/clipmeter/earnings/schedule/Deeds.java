package io.clipmeter.earnings.schedule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.earnings.correction.Admin;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What admins do to clips' earnings in one world. */
final class Deeds {
  private static final Duration A_DAY = Duration.ofDays(1);
  private final Admin admin;
  private final RandomGenerator random;
  private final List<Held> open = new ArrayList<>();
  private long times;

  private record Held(
      Script script,
      Paper paper,
      PaperClip clip,
      UUID id,
      BigInteger amount,
      @Nullable Instant end) {}

  Deeds(Admin admin, RandomGenerator random) {
    this.admin = admin;
    this.random = random;
  }

  /** A deed on one clip, inside a transaction; what it changes on paper once that has committed. */
  Runnable any(Script script, Paper paper, PaperClip clip) {
    long free = clip.free().longValueExact();
    Held held = open.stream().filter(h -> h.clip() == clip).findFirst().orElse(null);
    int which = random.nextInt(3);
    if (which == 0 && free > 0) {
      return hold(script, paper, clip, random.nextLong(1, free + 1));
    }
    if (which == 1 && held != null) {
      return release(held);
    }
    long least = -Math.min(free, 3_000_000);
    long amount = random.nextLong(least, 5_000_000);
    return adjust(script, paper, clip, amount == 0 ? 1 : amount);
  }

  private Runnable adjust(Script script, Paper paper, PaperClip clip, long micros) {
    String key = key();
    for (int again = random.nextInt(3); again >= 0; again--) {
      admin.adjust(key, script.campaign, clip.id, script.money(micros));
    }
    return () -> adjusted(paper, clip, BigInteger.valueOf(micros));
  }

  private static void adjusted(Paper paper, PaperClip clip, BigInteger amount) {
    clip.adjusted = clip.adjusted.add(amount);
    paper.news.corrected("ADJUSTED", clip, amount);
  }

  private Runnable hold(Script script, Paper paper, PaperClip clip, long micros) {
    String key = key();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Instant end = random.nextBoolean() ? now.plus(A_DAY).plusSeconds(times++) : null;
    UUID id = admin.hold(key, script.campaign, clip.id, script.money(micros), end);
    BigInteger amount = BigInteger.valueOf(micros);
    return () -> {
      clip.held = clip.held.add(amount);
      paper.news.corrected("HELD", clip, amount);
      open.add(new Held(script, paper, clip, id, amount, end));
    };
  }

  private Runnable release(Held held) {
    boolean takeBack = random.nextBoolean();
    admin.release(key(), held.script().campaign, held.clip().id, held.id(), takeBack);
    return () -> {
      released(held);
      if (takeBack) {
        adjusted(held.paper(), held.clip(), held.amount().negate());
      }
    };
  }

  private void released(Held held) {
    open.remove(held);
    held.clip().held = held.clip().held.subtract(held.amount());
    held.paper().news.corrected("RELEASED", held.clip(), held.amount());
  }

  /** Every hold that has an end comes to it. */
  Runnable expire() {
    admin.expire(Instant.now().plus(A_DAY.multipliedBy(300)));
    return () ->
        open.stream()
            .filter(held -> held.end() != null)
            .sorted(Comparator.comparing(Held::end))
            .forEach(this::released);
  }

  /** One micro-unit more than there is. */
  void refused(Script script, PaperClip clip) {
    long tooMuch = clip.free().longValueExact() + 1;
    assertThatThrownBy(() -> admin.adjust(key(), script.campaign, clip.id, script.money(-tooMuch)))
        .isInstanceOf(ProblemException.class);
  }

  private String key() {
    return UUID.randomUUID().toString();
  }
}
