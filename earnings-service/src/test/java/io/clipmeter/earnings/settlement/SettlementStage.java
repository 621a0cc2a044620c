package io.clipmeter.earnings.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Story;
import io.clipmeter.earnings.Wire;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** One campaign with two clips, and what the books say of it. */
abstract class SettlementStage extends RunningService {
  protected final UUID campaign = UUID.randomUUID();
  protected final Story story = new Story(campaign);
  protected final UUID first = UUID.randomUUID();
  protected final UUID second = UUID.randomUUID();

  @AfterEach
  void theBooksAreRight() {
    assertThat(one("SELECT coalesce(sum(amount_micros), 0) FROM posting")).isZero();
    assertThat(
            one(
                """
                SELECT count(*) FROM campaign c WHERE c.spent_micros <>
                    (SELECT coalesce(sum(accrued_micros), 0) FROM clip l WHERE l.campaign_id = c.id)
                """))
        .isZero();
    assertThat(
            one(
                """
                SELECT count(*) FROM clip c WHERE c.accrued_micros + c.adjusted_micros - c.held_micros <>
                    (SELECT coalesce(sum(amount_micros), 0) FROM posting
                     WHERE account = 'clip:' || c.id || ':earned')
                """))
        .isZero();
    assertThat(
            one(
                """
                SELECT count(*) FROM campaign c WHERE c.budget_micros - c.spent_micros - c.refunded_micros <>
                    (SELECT coalesce(sum(amount_micros), 0) FROM posting
                     WHERE account = 'campaign:' || c.id || ':budget')
                """))
        .isZero();
  }

  protected void start(String budget) {
    wire.send(story.changed(budget));
    wire.send(story.approved(first, "alice", 0));
    wire.send(story.approved(second, "bob", 0));
  }

  protected void round(long number, @Nullable Long firstViews, @Nullable Long secondViews) {
    UUID round = UUID.randomUUID();
    int observed = (firstViews == null ? 0 : 1) + (secondViews == null ? 0 : 1);
    read(round, first, firstViews);
    read(round, second, secondViews);
    wire.send(story.closed(round, number, 2, observed));
  }

  protected void read(UUID round, UUID clip, @Nullable Long views) {
    if (views == null) {
      wire.send(story.unavailable(round, clip));
    } else {
      wire.send(story.observed(round, clip, views));
    }
  }

  protected void awaitSpent(long micros) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(spent()).isEqualTo(micros));
  }

  protected void awaitStatus(long number, String status) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                one(
                        "SELECT count(*) FROM round WHERE campaign_id = ? AND number = ? AND status"
                            + " = ?",
                        campaign,
                        number,
                        status)
                    == 1);
  }

  protected long spent() {
    return one("SELECT coalesce(max(spent_micros), -1) FROM campaign WHERE id = ?", campaign);
  }

  protected long accrued(UUID clip) {
    return one("SELECT accrued_micros FROM clip WHERE id = ?", clip);
  }

  protected List<CampaignCompleted> completions() {
    return wire.all(Topic.CAMPAIGN_COMPLETIONS.topicName()).stream()
        .map(r -> wire.read(r, CampaignCompleted.class))
        .filter(e -> e.campaignId().equals(campaign))
        .toList();
  }

  protected List<EarningsFinalized> finals() {
    return wire.all(Topic.EARNINGS.topicName()).stream()
        .filter(r -> Wire.header(r, "ce_type").equals(EventType.EARNINGS_FINALIZED.ceType()))
        .map(r -> wire.read(r, EarningsFinalized.class))
        .filter(e -> e.campaignId().equals(campaign))
        .toList();
  }

  protected List<BudgetSpent> budgets() {
    return wire.all(Topic.BUDGETS.topicName()).stream()
        .map(r -> wire.read(r, BudgetSpent.class))
        .filter(e -> e.campaignId().equals(campaign))
        .toList();
  }
}
