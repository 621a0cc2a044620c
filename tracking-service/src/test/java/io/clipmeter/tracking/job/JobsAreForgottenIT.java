package io.clipmeter.tracking.job;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.tracking.Given;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of jobs when they are over, or the instance that reads them is. */
class JobsAreForgottenIT extends JobStage {
  @Autowired Jobs jobs;
  @Autowired JobRunner runner;
  @Autowired MeterRegistry meters;

  @Test
  void aJobIsDeletedWithItsPartsSomeTimeAfterItsEndAndItsVideosStay() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    show(video, 10);
    JsonNode job = finished(scrape(video.canonicalUrl()));
    String path = "/api/scrape/jobs/" + job.at("/job/id").asString();

    jobs.forget(clock.instant().plus(Duration.ofDays(30)));
    assertThat(service.get(path).status()).isEqualTo(200);
    jobs.forget(clock.instant().plus(Duration.ofDays(30)).plusMillis(1));

    assertThat(service.get(path).status()).isEqualTo(404);
    assertThat(count("scraping_item") + count("scraping_result")).isZero();
    assertThat(count("video")).isOne();
  }

  @Test
  void aJobThatIsNotOverIsKeptHoweverOldItIs() {
    CountDownLatch held = new CountDownLatch(1);
    platforms.before(videos -> await(held));
    JsonNode job = scrape(Given.tiktok(UUID.randomUUID()).canonicalUrl());

    jobs.forget(clock.instant().plus(Duration.ofDays(4_000)));

    assertThat(count("scraping_job")).isOne();
    held.countDown();
    finished(job);
  }

  @Test
  void anInstanceThatStopsGivesItsJobsBackAtOnce() {
    SubmissionReceived video = Given.tiktok(UUID.randomUUID());
    show(video, 10);
    CountDownLatch held = new CountDownLatch(1);
    platforms.before(videos -> await(held));
    JsonNode job = scrape(video.canonicalUrl());
    UUID id = UUID.fromString(job.at("/job/id").asString());
    eventually(() -> assertThat(platforms.asked(key(video))).isOne());

    runner.stop();
    assertThat(state(id)).isEqualTo("QUEUED");
    held.countDown();
    platforms.before(videos -> {});
    runner.start();

    // The clock stands still: nobody waits for a lease to end.
    JsonNode finished = finished(job);
    assertThat(finished.at("/job/done").asInt()).isOne();
    assertThat(number("SELECT token FROM scraping_job WHERE id = :id", id)).isEqualTo(2);
  }

  @Test
  void jobsAndTheirPartsAreCounted() {
    double read = parts("read");
    double failed = parts("failed");
    SubmissionReceived good = Given.tiktok(UUID.randomUUID());
    show(good, 10);
    SubmissionReceived gone = Given.tiktok(UUID.randomUUID());
    platforms.remove(key(gone));
    finished(scrape(good.canonicalUrl(), gone.canonicalUrl()));

    eventually(() -> assertThat(parts("read") - read).isOne());
    assertThat(parts("failed") - failed).isOne();
    assertThat(meters.get("clipmeter.tracking.jobs").tag("state", "done").gauge().value()).isOne();
    assertThat(meters.get("clipmeter.tracking.jobs").tag("state", "queued").gauge().value())
        .isZero();
    assertThat(oldest()).isZero();
    jdbc.sql(
            """
            INSERT INTO scraping_job (id, type, state, asked_by, total, created_at, lease_until)
            VALUES (gen_random_uuid(), 'URLS', 'QUEUED', 'admin-1', 1, :at::timestamptz, :lease::timestamptz)
            """)
        .param("at", clock.instant().minusSeconds(90).toString())
        .param("lease", clock.instant().plusSeconds(90).toString())
        .update();
    assertThat(oldest()).isEqualTo(90);
  }

  private double parts(String result) {
    return meters.get("clipmeter.tracking.jobs.parts").tag("result", result).counter().count();
  }

  private double oldest() {
    return meters.get("clipmeter.tracking.jobs.oldest").gauge().value();
  }

  private long count(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
