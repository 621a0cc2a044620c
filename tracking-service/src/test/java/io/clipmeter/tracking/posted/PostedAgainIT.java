package io.clipmeter.tracking.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.post.PostStage;
import io.clipmeter.tracking.source.ayrshare.AyrshareStub.Canned;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An old post whose turn came once an hour, and could not be read in it. */
class PostedAgainIT extends PostStage {
  private static final Duration TURN = Duration.ofMinutes(5);

  /** A hundred and fifty posts more, each a minute older than the one before. */
  private static final String COPIES =
      """
      WITH n AS (SELECT i, gen_random_uuid() AS id FROM generate_series(0, 149) AS i),
        post AS (
          INSERT INTO scheduled_post (id, campaign_id, title, created_at)
          SELECT n.id, p.campaign_id, p.title, p.created_at FROM n, scheduled_post p)
      INSERT INTO scheduled_upload (post_id, platform, social_account_id, ayrshare_post_id, scheduled_at, status)
      SELECT n.id, u.platform, u.social_account_id, 'q-' || i, :now::timestamptz - i * interval '1 minute', u.status
      FROM n, scheduled_upload u
      """;

  @Autowired PostRunner runner;

  @BeforeEach
  void anOldPost() {
    posted("p-1");
    show("p-1", ID, 10);
    runner.run();
    clock.advance(Duration.ofDays(3));
    show("p-1", ID, 20);
  }

  @ParameterizedTest(name = "{0} {1}: {2} after the next turn")
  @CsvSource({"429, {}, 20", "502, {}, 20", "400, {}, 10", "200, <html>, 10"})
  void aFailureIsTriedAgainAtTheNextTurnAndARefusalIsAnAnswer(int status, String body, long views) {
    AYRSHARE.always(new Canned(status, body));
    runner.run();
    assertThat(views()).isEqualTo(10);
    AYRSHARE.always(null);
    clock.advance(TURN);

    runner.run();

    assertThat(views()).isEqualTo(views);
  }

  @Test
  void soIsOneWhoseProfileIsLeftAloneUntilTheNextDay() {
    AYRSHARE.always(new Canned(429, "{}"));
    int calls;
    do {
      calls = AYRSHARE.seen().size();
      runner.run();
    } while (AYRSHARE.seen().size() > calls);
    AYRSHARE.always(null);

    runner.run();

    assertThat(AYRSHARE.seen()).hasSize(calls);
    assertThat(due()).containsOnly(clock.instant());
    clock.advance(Duration.ofDays(1));
    runner.run();
    assertThat(views()).isEqualTo(20);
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

  @Test
  void whatHasNoIdAtAyrshareIsNotLookedForInEachTurn() {
    jdbc.sql("UPDATE scheduled_upload SET ayrshare_post_id = NULL").update();

    runner.run();

    assertThat(due()).singleElement().satisfies(at -> assertThat(at).isAfter(clock.instant()));
  }

  /** The hour of all of them fell into the outage: they are not to be due together for ever. */
  @Test
  void thoseThatWaitedForTheSameTurnGoTheirWaysAgain() {
    for (int i = 0; i < 40; i++) {
      posted("q-" + i);
      show("q-" + i, "75243544527620" + (40_000 + i), 10);
    }
    clock.advance(Duration.ofDays(3));
    AYRSHARE.always(new Canned(502, "{}"));
    runner.run();
    assertThat(due()).hasSize(41).containsOnly(clock.instant());
    AYRSHARE.always(null);
    service.post("/api/admin/tracking/providers/AYRSHARE/resume", null);

    runner.run();

    assertThat(due()).allMatch(clock.instant()::isBefore);
    assertThat(new HashSet<>(due())).hasSizeGreaterThan(35);
  }

  @Test
  void theNewestAreReadFirst() {
    runner.run();
    jdbc.sql(COPIES).param("now", clock.instant().toString()).update();
    int before = AYRSHARE.seen().size();

    runner.run();

    List<String> asked =
        AYRSHARE.seen().stream()
            .skip(before)
            .map(seen -> seen.body().path("id").asString())
            .toList();
    assertThat(asked).hasSize(150);
    assertThat(asked.subList(0, 100)).allMatch(id -> Integer.parseInt(id.substring(2)) < 100);
    assertThat(asked.subList(100, 150)).allMatch(id -> Integer.parseInt(id.substring(2)) >= 100);
  }

  private List<Instant> due() {
    return jdbc.sql("SELECT read_due_at FROM scheduled_upload")
        .query((rs, n) -> rs.getTimestamp(1).toInstant())
        .list();
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
