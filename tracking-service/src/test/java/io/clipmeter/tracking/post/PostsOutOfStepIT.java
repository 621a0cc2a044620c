package io.clipmeter.tracking.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.source.usage.ClocksInStep;
import io.clipmeter.tracking.source.usage.TurnSettings;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An instance whose clock is far ahead: what it cannot read it would put off by its own clock. */
class PostsOutOfStepIT extends PostStage {

  @Test
  void isGivenNoPostToRead() {
    posted("p-1");
    Duration most = Duration.ofMinutes(65);
    ScheduledPosts posts = new ScheduledPosts(jdbc, new ClocksInStep(jdbc, new TurnSettings(most)));
    Instant now = jdbc.sql("SELECT now()").query(Timestamp.class).single().toInstant();

    assertThat(posts.posted(null, now.plus(most).plusSeconds(300), 10)).isEmpty();
    assertThat(posts.posted(null, now.plus(most).minusSeconds(300), 10)).isNotEmpty();
  }
}
