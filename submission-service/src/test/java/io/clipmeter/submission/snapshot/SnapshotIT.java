package io.clipmeter.submission.snapshot;

import static io.clipmeter.submission.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.submission.Records;
import io.clipmeter.submission.Said;
import io.clipmeter.submission.Service;
import io.clipmeter.submission.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A campaign that is over, and the clips that were told so. */
@ServiceTest
class SnapshotIT {
  private static final AtomicLong NEXT_VIDEO = new AtomicLong(7_480_000_000_000_000_000L);

  @Autowired Service service;
  @Autowired Records records;
  @Autowired SnapshotClock clock;
  @Autowired Clock time;
  @Autowired MeterRegistry meters;

  @Test
  void anEndThatLeftOutAClipIsCountedUntilTheClipIsTold() {
    UUID campaign = service.activeCampaign();
    UUID known = clip(campaign);
    UUID unheardOf = clip(campaign);
    clock.check();
    double before = missing();

    Instant over = anHourAgo();
    records.say(Said.finalized(campaign, known, "5.00", over));
    records.say(ended(campaign, over));
    await().until(() -> status(campaign).equals("ENDED") && isFinal(known));
    clock.check();
    assertThat(missing()).isEqualTo(before + 1);

    records.say(Said.finalized(campaign, unheardOf, "0.00", over.minusSeconds(1)));
    await().until(() -> isFinal(unheardOf));
    clock.check();
    assertThat(missing()).as("of an earlier end").isEqualTo(before + 1);

    records.say(Said.finalized(campaign, unheardOf, "0.00", over.plusSeconds(1)));
    await()
        .untilAsserted(
            () -> {
              clock.check();
              assertThat(missing()).isEqualTo(before);
            });
  }

  @Test
  void anEndSaysHowManyClipsAreApproved() {
    UUID campaign = service.activeCampaign();
    clip(campaign);
    clip(campaign);
    service.submit("cleo", campaign, url()).is(201);
    service.admin().post("/api/admin/campaigns/" + campaign + "/pause", "").is(200);
    service.admin().post("/api/admin/campaigns/" + campaign + "/end", "").is(200);

    await().until(() -> versions(campaign).size() == 3);
    assertThat(versions(campaign))
        .extracting(CampaignChanged::approvedClips)
        .containsExactly(null, null, 2L);
  }

  private List<CampaignChanged> versions(UUID campaign) {
    return records.heard(CampaignChanged.class, campaign.toString());
  }

  @Test
  void aCampaignThatGoesOnOrHasNoClipMissesNone() {
    UUID running = service.activeCampaign();
    clip(running);
    UUID empty = service.activeCampaign();
    service.submit("cleo", empty, url()).is(201);
    clock.check();
    double before = missing();

    records.say(ended(empty, anHourAgo()));
    await().until(() -> status(empty).equals("ENDED"));
    clock.check();

    assertThat(missing()).isEqualTo(before);
  }

  private Instant anHourAgo() {
    return time.instant().minusSeconds(3_600);
  }

  private static CampaignCompleted ended(UUID campaign, Instant at) {
    return new CampaignCompleted(
        campaign, 2, new Amount("5.00", "USD"), 1, 0, CompletionReason.ENDED_BY_ADMIN, at, null);
  }

  private double missing() {
    return meters.get("clipmeter.submission.snapshots.missing").gauge().value();
  }

  private String status(UUID campaign) {
    return service.admin().get("/api/admin/campaigns/" + campaign).text("status");
  }

  private boolean isFinal(UUID clip) {
    return !service
        .clipper("cleo")
        .get("/api/clippers/submissions/" + clip)
        .text("finalEarnings")
        .equals("null");
  }

  private UUID clip(UUID campaign) {
    String url = url();
    UUID id = service.submit("cleo", campaign, url).is(201).id();
    records.say(
        Said.observed(url.substring(url.lastIndexOf('/') + 1), 1, NOON, Said.baseline(id, 1)));
    String path = "/api/admin/submissions/" + id;
    await().until(() -> service.admin().get(path).text("initialViews").equals("1"));
    service.admin().post(path + "/approve", "").is(200);
    return id;
  }

  private static String url() {
    return "https://www.tiktok.com/@someone/video/" + NEXT_VIDEO.getAndIncrement();
  }
}
