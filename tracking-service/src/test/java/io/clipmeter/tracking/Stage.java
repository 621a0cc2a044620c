package io.clipmeter.tracking;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.testing.Engines;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.testing.WithEngines;
import io.clipmeter.tracking.link.FakeLinks;
import io.clipmeter.tracking.source.FakeViewSource;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.ayrshare.AyrshareStub;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One instance of the service on real engines, with time and the platforms in the test's hands. */
@WithEngines
@Import(FakeWorld.class)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "db-scheduler.enabled=false",
      "clipmeter.tracking.turn.clock-ahead-max=100000d",
      "clipmeter.tracking.apify.api-key=a-key",
      "clipmeter.tracking.apify.base-url=http://localhost:1",
      "clipmeter.tracking.source.order.TIKTOK=SIMULATED,MANUAL",
      "clipmeter.tracking.source.order.YOUTUBE=SIMULATED,MANUAL",
      "clipmeter.tracking.source.order.INSTAGRAM=SIMULATED,MANUAL",
      "CRON_SECRET=" + Stage.SECRET,
      "clipmeter.tracking.secrets.key=QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=",
      "clipmeter.tracking.ayrshare.api-key=ayrshare-key",
      "clipmeter.tracking.hook.secret=a-webhook-secret-of-tests",
      "clipmeter.tracking.ayrshare.calls.per-minute=100000",
      "clipmeter.tracking.ayrshare.calls.back-off=1ms",
      "clipmeter.tracking.baseline.poll=50ms",
      "clipmeter.tracking.round.chunk-max=10"
    })
public abstract class Stage {
  protected static final String SECRET = "0123456789abcdef";
  private static final String TRACKED =
      "SELECT count(*) FROM clip WHERE campaign_id = :id AND status = 'TRACKED'";
  private static final String VERSION =
      "SELECT coalesce(max(version), 0) FROM campaign WHERE id = :id";

  /** One for all tests, as the context is. */
  protected static final AyrshareStub AYRSHARE = new AyrshareStub();

  @Autowired protected Engines engines;
  @Autowired protected SettableClock clock;
  @Autowired protected FakeViewSource platforms;
  @Autowired protected FakeLinks links;
  @Autowired protected JdbcClient jdbc;
  @Autowired private CircuitBreakerRegistry breakers;
  @LocalServerPort int port;
  protected Wire wire;
  protected Service service;
  protected RefusedWrites refusals;

  @DynamicPropertySource
  static void ayrshare(DynamicPropertyRegistry properties) {
    properties.add("clipmeter.tracking.ayrshare.base-url", AYRSHARE::uri);
  }

  @BeforeEach
  protected void open() {
    AYRSHARE.reset();
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    clock.set(Given.NOW);
    empty(
        "campaign, clip, manual_reading, clip_day, round, round_clip, observation, video,"
            + " scraping_job, scraping_item, scraping_result, creator_account, provider_use,"
            + " provider_turn, provider_saying, provider_shown, video_suspicion");
    platforms.outage(false);
    platforms.before(videos -> {});
    platforms.asked().clear();
    wire = new Wire(engines.bootstrapServers());
    service = new Service(port);
    refusals = new RefusedWrites(jdbc);
  }

  @AfterEach
  void close() {
    refusals.heal();
    wire.close();
  }

  /**
   * Empties tables while the service works on them. It takes their locks in an order of its own, so
   * two may wait for each other: then the service's transaction is the one that ends, and is tried
   * again, as only who has waited for the deadlock's time-out looks for one.
   */
  protected void empty(String tables) {
    jdbc.sql("DO $$ BEGIN SET LOCAL deadlock_timeout = '1min'; TRUNCATE " + tables + "; END $$")
        .update();
  }

  /** Has this campaign known and so many TikTok clips of it tracked, from 100 views on. */
  protected List<SubmissionReceived> tracked(CampaignChanged campaign, int clips) {
    return tracked(campaign, clips, Given::tiktok);
  }

  protected List<SubmissionReceived> tracked(
      CampaignChanged campaign, int clips, Function<UUID, SubmissionReceived> submission) {
    List<SubmissionReceived> all = new ArrayList<>();
    wire.send(campaign);
    for (int i = 0; i < clips; i++) {
      all.add(submission.apply(campaign.campaignId()));
      show(all.getLast(), 200 + i);
      wire.send(Given.approval(all.getLast(), 100));
    }
    awaitKnown(campaign);
    eventually(() -> assertThat(number(TRACKED, campaign.campaignId())).isEqualTo(clips));
    return all;
  }

  /** Waits until this version of the campaign has arrived. */
  protected void awaitKnown(CampaignChanged campaign) {
    eventually(
        () ->
            assertThat(number(VERSION, campaign.campaignId()))
                .isGreaterThanOrEqualTo(campaign.version()));
  }

  protected void show(SubmissionReceived submission, long views) {
    platforms.show(key(submission), views);
  }

  protected static VideoKey key(SubmissionReceived submission) {
    return new VideoKey(submission.platform(), submission.videoId());
  }

  /** One number of one row by its id; -1 while there is no such row. */
  protected long number(String sql, UUID id) {
    return jdbc.sql(sql).param("id", id).query(Long.class).optional().orElse(-1L);
  }

  /** One text of one row by its id; empty while there is no such row. */
  protected String text(String sql, UUID id) {
    return jdbc.sql(sql).param("id", id).query(String.class).optional().orElse("");
  }

  /** Waits until these views of a clip have been published, and no others. */
  protected void awaitViews(SubmissionReceived clip, Long... views) {
    eventually(
        () ->
            assertThat(
                    wire.events(
                        Topic.VIEW_UPDATES, clip.campaignId().toString(), ViewsObserved.class))
                .filteredOn(read -> read.clipId().equals(clip.submissionId()))
                .extracting(ViewsObserved::views)
                .containsExactly(views));
  }

  /** Waits until all rounds are closed. */
  protected void awaitNoOpenRound() {
    eventually(
        () ->
            assertThat(
                    jdbc.sql("SELECT count(*) FROM round WHERE status = 'OPEN'")
                        .query(Long.class)
                        .single())
                .isZero());
  }
}
