package io.clipmeter.tracking.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.RefusedWrites;
import io.clipmeter.tracking.post.PostStage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database refuses to write what was read of posts: one of several for good, or in passing. */
class PostRefusedIT extends PostStage {
  @Autowired PostRunner runner;
  @Autowired MeterRegistry meters;

  @Test
  void itStandsInNobodysWay() {
    for (int i = 0; i < 3; i++) {
      posted("r-" + i);
      show("r-" + i, "752435445276204000" + i, 70 + i);
    }
    refusals.rows("INSERT", "posted_video", "NEW.views = 71");
    double before = unwritten();

    runner.run();

    assertThat(views()).containsExactly(70L, 72L);
    assertThat(unwritten()).isEqualTo(before + 1);
    refusals.heal();
    runner.run();
    assertThat(views()).containsExactly(70L, 71L, 72L);
  }

  @Test
  void whatWasReadIsWrittenAgainWhereTheDatabaseFailsInPassing() {
    posted("r-0");
    show("r-0", "7524354452762040000", 70);
    refusals.next(3, "INSERT", "posted_video", RefusedWrites.DEADLOCK);
    int before = AYRSHARE.seen().size();

    runner.run();

    assertThat(views()).containsExactly(70L);
    assertThat(AYRSHARE.seen()).hasSize(before + 1);
  }

  /** An old post is left alone for an hour once it was read, and not before. */
  @Test
  void whatCouldNotBeWrittenInPassingIsReadAgainAtTheNextTurn() {
    posted("r-0");
    show("r-0", ID, 70);
    clock.advance(Duration.ofDays(3));
    refusals.next(4, "INSERT", "posted_video", RefusedWrites.DEADLOCK);
    int before = AYRSHARE.seen().size();

    runner.run();
    assertThat(views()).isEmpty();
    runner.run();

    assertThat(views()).containsExactly(70L);
    assertThat(AYRSHARE.seen()).hasSize(before + 2);
    runner.run();
    assertThat(AYRSHARE.seen()).hasSize(before + 2);
  }

  private List<@Nullable Long> views() {
    return jdbc.sql("SELECT views FROM posted_video ORDER BY views").query(Long.class).list();
  }

  private double unwritten() {
    return meters
        .find("clipmeter.tracking.posts.read")
        .tag("result", "unwritten")
        .counters()
        .stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }
}
