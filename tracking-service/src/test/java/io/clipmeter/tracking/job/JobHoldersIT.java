package io.clipmeter.tracking.job;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.RefusedWrites;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.job.JobReader.Outcome;
import io.clipmeter.tracking.source.discovery.Question;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import io.clipmeter.tracking.source.usage.TurnSettings;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class JobHoldersIT extends JobStage {
  @Autowired JobDesk desk;
  @Autowired JobSettings settings;

  @Test
  void aJobWhoseHolderDiedIsFinishedByAnotherWithoutReadingTwice() {
    SubmissionReceived read = Given.tiktok(UUID.randomUUID());
    SubmissionReceived unread = Given.tiktok(UUID.randomUUID());
    show(unread, 10);
    UUID job = UUID.randomUUID();
    jdbc.sql(
            """
            WITH job AS (
              INSERT INTO scraping_job (id, type, state, asked_by, total, done, created_at, token, lease_until)
              VALUES (:id, 'URLS', 'RUNNING', 'admin-1', 2, 1, :now::timestamptz, 1, :now::timestamptz + interval '60 s')
              RETURNING id)
            INSERT INTO scraping_item (job_id, position, input, kind, platform, subject, url, video_max, state)
            SELECT id, n.* FROM job, (VALUES (0, 'x', 'VIDEO', 'TIKTOK', :read, 'https://x', 1, 'DONE'),
              (1, 'x', 'VIDEO', 'TIKTOK', :unread, 'https://x', 1, 'PENDING')) AS n
            """)
        .param("id", job)
        .param("now", clock.instant().toString())
        .param("read", read.videoId())
        .param("unread", unread.videoId())
        .update();
    finished(scrape(Given.tiktok(UUID.randomUUID()).canonicalUrl()));
    assertThat(state(job)).isEqualTo("RUNNING");

    clock.advance(Duration.ofSeconds(61));

    eventually(() -> assertThat(state(job)).isEqualTo("DONE"));
    assertThat(platforms.asked(key(read))).isZero();
    assertThat(platforms.asked(key(unread))).isOne();
    assertThat(desk.record(new Job.Claimed(job, 1), List.of(), clock.instant())).isFalse();
  }

  @Test
  void whoseClockIsFarAheadOfTheDatabasesTakesNoneFromItsHolder() {
    Duration most = Duration.ofMinutes(65);
    Jobs jobs = new Jobs(jdbc, settings, new ClocksInStep(jdbc, new TurnSettings(most)));
    Instant now = jdbc.sql("SELECT now()").query(Timestamp.class).single().toInstant();
    jdbc.sql(
            """
            INSERT INTO scraping_job (id, type, state, asked_by, total, created_at, token, lease_until)
            VALUES (gen_random_uuid(), 'URLS', 'RUNNING', 'admin-1', 1, now(), 1, now() + interval '60 s')
            """)
        .update();

    assertThat(jobs.claim(now.plus(most).plusSeconds(300), settings.lease())).isEmpty();
    Job.Claimed ours = jobs.claim(now.plusSeconds(61), settings.lease()).orElseThrow();
    assertThat(jobs.hold(ours, now.plus(most).plusSeconds(300))).isFalse();
    assertThat(jobs.hold(ours, now.plusSeconds(62))).isTrue();
  }

  @Test
  void aJobThatWasTakenUpTooOftenIsGivenUp() {
    UUID job = UUID.randomUUID();
    jdbc.sql(
            """
            WITH job AS (
              INSERT INTO scraping_job (id, type, state, asked_by, total, created_at, token)
              VALUES (:id, 'URLS', 'QUEUED', 'admin-1', 1, :now::timestamptz, 10) RETURNING id)
            INSERT INTO scraping_item (job_id, position, input, kind, platform, subject, url, video_max, state)
            SELECT id, 0, 'x', 'VIDEO', 'TIKTOK', '1', 'https://x', 1, 'PENDING' FROM job
            """)
        .param("id", job)
        .param("now", clock.instant().toString())
        .update();

    eventually(() -> assertThat(state(job)).isEqualTo("FAILED"));
    JsonNode shown = service.get("/api/scrape/jobs/" + job).json();
    assertThat(texts(shown.path("items"), "error")).containsExactly("given-up");
  }

  @Test
  void whatWasReadIsWrittenAgainAndNotBoughtAgainWhereTheDatabaseFailsInPassing() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    show(video, 10);
    Question listed = account("someone", 20);
    discovery.show(listed, List.of(found(20, "someone")));
    refusals.next(3, "UPDATE", "scraping_item", RefusedWrites.DEADLOCK);

    JsonNode job = finished(scrape(video.canonicalUrl()));

    assertThat(texts(job.path("items"), "state")).containsExactly("DONE");
    assertThat(platforms.asked(key(video))).isOne();
    refusals.heal();
    refusals.next(3, "UPDATE", "scraping_item", RefusedWrites.DEADLOCK);

    finished(scrape("https://www.tiktok.com/@someone"));

    assertThat(discovery.asked()).hasSize(1);
  }

  /** Whether a transaction was committed is not known where its answer is lost. */
  @Test
  void whatWasWrittenAfterAllIsCountedOnce() {
    UUID job = UUID.randomUUID();
    jdbc.sql(
            """
            WITH job AS (
              INSERT INTO scraping_job (id, type, state, asked_by, total, created_at, token, lease_until)
              VALUES (:id, 'URLS', 'RUNNING', 'admin-1', 3, :now::timestamptz, 1, :now::timestamptz + interval '60 s')
              RETURNING id)
            INSERT INTO scraping_item (job_id, position, input, kind, platform, subject, url, video_max, state)
            SELECT id, n, 'x', 'VIDEO', 'TIKTOK', n::text, 'https://x', 1, 'PENDING'
            FROM job, generate_series(0, 2) AS n
            """)
        .param("id", job)
        .param("now", clock.instant().toString())
        .update();
    JobItem part = desk.pending(job).getFirst();
    List<Outcome> outcomes = List.of(new Outcome.Failed(part, "not-found"));

    assertThat(desk.record(new Job.Claimed(job, 1), outcomes, clock.instant())).isTrue();
    assertThat(desk.record(new Job.Claimed(job, 1), outcomes, clock.instant())).isTrue();

    assertThat(number("SELECT failed FROM scraping_job WHERE id = :id", job)).isOne();
    assertThat(state(job)).isEqualTo("RUNNING");
  }

  @Test
  void aCallerHasOnlySoManyOpenJobsAndAnotherIsNotHeldUp() {
    CountDownLatch held = new CountDownLatch(1);
    platforms.before(videos -> await(held));
    List<JsonNode> open = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      open.add(scrape(Given.tiktok(UUID.randomUUID()).canonicalUrl()));
    }

    Answer refused = service.post(URLS, body(Given.tiktok(UUID.randomUUID()).canonicalUrl()));
    Answer other = service.send("POST", URLS, TestTokens.admin("admin-2"), body("rubbish"));

    held.countDown();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.problem()).isEqualTo("too-many-open-jobs");
    assertThat(other.status()).isEqualTo(202);
    open.forEach(this::finished);
    assertThat(service.post(URLS, body("rubbish")).status()).isEqualTo(202);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
