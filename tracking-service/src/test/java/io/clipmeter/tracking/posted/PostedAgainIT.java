package io.clipmeter.tracking.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.post.PostStage;
import io.clipmeter.tracking.source.ayrshare.AyrshareStub.Canned;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An old post whose turn came once an hour, and could not be read in it. */
class PostedAgainIT extends PostStage {
  private static final Duration TURN = Duration.ofMinutes(5);

  @Autowired PostRunner runner;

  @BeforeEach
  void anOldPost() {
    posted("p-1");
    show("p-1", ID, 10);
    runner.run();
    clock.advance(Duration.ofDays(3));
    show("p-1", ID, 20);
  }

  @ParameterizedTest(name = "{0}: {1} after the next turn")
  @CsvSource({"429, 20", "502, 20", "400, 10"})
  void aFailureIsTriedAgainAtTheNextTurnAndARefusalIsAnAnswer(int status, long views) {
    AYRSHARE.always(new Canned(status, "{\"status\":\"error\",\"code\":156}"));
    runner.run();
    assertThat(views()).isEqualTo(10);
    AYRSHARE.always(null);
    clock.advance(TURN);

    runner.run();

    assertThat(views()).isEqualTo(views);
  }

  @Test
  void soIsOneWithoutAProfileKeyOnceThereIsOne() {
    String profile =
        jdbc.sql("SELECT ayrshare_profile_id::text FROM social_account")
            .query(String.class)
            .single();
    profile(null);
    runner.run();
    profile(profile);
    clock.advance(TURN);

    runner.run();

    assertThat(views()).isEqualTo(20);
  }

  private void profile(@Nullable String id) {
    jdbc.sql("UPDATE social_account SET ayrshare_profile_id = :id::uuid")
        .param("id", id, java.sql.Types.VARCHAR)
        .update();
  }

  private long views() {
    return jdbc.sql("SELECT views FROM posted_video").query(Long.class).single();
  }
}
