package io.clipmeter.submission.progress;

import static io.clipmeter.submission.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.Topic;
import io.clipmeter.submission.Records;
import io.clipmeter.submission.Said;
import io.clipmeter.submission.Service;
import io.clipmeter.submission.ServiceTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that was ever heard, heard once more from the first offset on. */
@ServiceTest
class ReplayIT {
  private static final String VIDEO = "7430000000000000001";

  /** Without what a clock takes note of, whatever is heard. */
  private static final String STATE =
      """
      SELECT json_build_array((SELECT json_agg(to_jsonb(c) - 'snapshot_of' ORDER BY c.id) FROM campaign c),
                              (SELECT json_agg(s ORDER BY s.id) FROM submission s),
                              (SELECT json_agg(a ORDER BY a.clipper_id, a.handle) FROM verified_account a),
                              (SELECT json_agg(n ORDER BY n.id) FROM notification n))::text
      """;

  private static final String HEARD = "SELECT sum(next_offset) FROM chassis.consumer_offset";

  @Autowired Service service;
  @Autowired Records records;
  @Autowired JdbcClient sql;

  @Autowired
  @Qualifier("consumers")
  SmartLifecycle consumers;

  @Test
  void hearingEverythingAgainChangesNothing() {
    UUID campaign = aCampaignThatIsOver();
    await().untilAsserted(() -> assertThat(one(HEARD)).isEqualTo(said()));
    String state = one(STATE);
    List<CampaignChanged> told = told(campaign);

    consumers.stop();
    sql.sql("UPDATE chassis.consumer_offset SET next_offset = 0").update();
    consumers.start();

    await().untilAsserted(() -> assertThat(one(HEARD)).isEqualTo(said()));
    assertThat(one(STATE)).isEqualTo(state);
    assertThat(told(campaign)).isEqualTo(told).hasSize(2);
  }

  private UUID aCampaignThatIsOver() {
    UUID campaign = service.activeCampaign();
    String url = "https://www.tiktok.com/@cleo/video/" + VIDEO;
    UUID clip = service.submit("cleo", campaign, url).is(201).id();
    String path = "/api/admin/submissions/" + clip;
    records.say(Said.observed(VIDEO, 40, NOON, Said.baseline(clip, 40)));
    await().until(() -> service.admin().get(path).text("initialViews").equals("40"));
    service.admin().post(path + "/approve", "").is(200);
    records.say(Said.observed(VIDEO, 90, NOON.plusSeconds(60)));
    records.say(Said.accrued(campaign, clip, "1.00"));
    records.say(Said.accrued(campaign, clip, "100.00"));
    records.say(Said.finalized(campaign, clip, "100.00"));
    records.say(Said.spent(campaign, "100.00", "100.00"));
    records.say(Said.completed(campaign, CompletionReason.BUDGET_SPENT));
    await().until(() -> service.admin().get(path).text("currentViews").equals("90"));
    await().until(() -> !service.admin().get(path).text("finalEarnings").equals("null"));
    String of = "/api/admin/campaigns/" + campaign;
    await().until(() -> service.admin().get(of).text("spent.amount").equals("100.00"));
    records.say(Said.verified("cleo", "cleo.clips", null, NOON));
    records.say(Said.observedBy(VIDEO, NOON.plusSeconds(120), null, "Cleo.Clips"));
    await().until(() -> service.admin().get(path).text("author").equals("MATCHES"));
    await().until(() -> told(campaign).size() == 2);
    return campaign;
  }

  private List<CampaignChanged> told(UUID campaign) {
    return records.heard(CampaignChanged.class, campaign.toString());
  }

  private String said() {
    return String.valueOf(
        Stream.of(
                Topic.VIDEOS,
                Topic.CREATORS,
                Topic.EARNINGS,
                Topic.BUDGETS,
                Topic.CAMPAIGN_COMPLETIONS,
                Topic.PAYOUTS)
            .mapToInt(topic -> records.all(topic.topicName()).size())
            .sum());
  }

  private String one(String query) {
    return sql.sql(query).query(String.class).single();
  }
}
