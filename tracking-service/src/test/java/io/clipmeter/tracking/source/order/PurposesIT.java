package io.clipmeter.tracking.source.order;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.call.Purpose;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For whom providers are asked: a part of their limits is kept for what money hangs on. */
class PurposesIT extends Stage {
  private static final String URL = "https://www.tiktok.com/@someone/video/7524354452762037512";
  private final List<Purpose> purposes = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    platforms.before(videos -> purposes.add(Purpose.current()));
  }

  @Test
  void baselinesAndRoundsAreMoney() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived submission = Given.tiktok(campaign.campaignId());
    show(submission, 1);
    wire.send(submission);
    eventually(() -> assertThat(purposes).containsExactly(Purpose.MONEY));
    tracked(campaign, 1);
    purposes.clear();

    service.post("/api/view-tracking/update", "{\"campaignId\":\"" + campaign.campaignId() + "\"}");

    eventually(() -> assertThat(purposes).containsExactly(Purpose.MONEY));
    awaitNoOpenRound();
  }

  @Test
  void lookUpsAndJobsAreForPeople() {
    service.get("/api/view-tracking/update?testUrl=" + URL);
    assertThat(purposes).containsExactly(Purpose.PEOPLE);
    purposes.clear();

    service.post("/api/scrape/urls", "{\"urls\":[\"" + URL + "\"]}");

    eventually(() -> assertThat(purposes).containsExactly(Purpose.PEOPLE));
  }
}
