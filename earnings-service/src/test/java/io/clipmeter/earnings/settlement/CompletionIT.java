package io.clipmeter.earnings.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.sweep.Sweeper;
import io.clipmeter.events.CampaignCompleted;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A campaign of a dollar ends with its first round. */
class CompletionIT extends SettlementStage {
  @Autowired private ApplicationContext service;

  @Test
  void aCampaignCompletesWithAFinalSumOfEachClipOrNotAtAll() {
    start("1");
    await().atMost(Duration.ofSeconds(30)).until(() -> count("clip") == 2);
    jdbc.sql("UPDATE clip SET final_micros = 0 WHERE id = ?").param(second).update();
    UUID round = UUID.randomUUID();
    read(round, first, 4_000L);
    wire.send(story.closed(round, 1, 1, 1));

    awaitStatus(1, "WAITING");
    new Sweeper(service).sweep();

    assertThat(one("SELECT count(*) FROM round WHERE id = ? AND status = 'WAITING'", round))
        .isEqualTo(1);
    assertThat(spent()).isZero();
    assertThat(accrued(first)).isZero();
    assertThat(count("settlement") + count("completion")).isZero();
    assertThat(completions()).isEmpty();

    jdbc.sql("UPDATE clip SET final_micros = NULL WHERE id = ?").param(second).update();
    new Sweeper(service).sweep();
    assertThat(spent()).isEqualTo(1_000_000);
    assertThat(
            one(
                "SELECT count(*) FROM clip WHERE campaign_id = ? AND final_micros IS NULL",
                campaign))
        .isZero();
  }

  @Test
  void growthThatIsMoreThanANumberCanBeIsToldAsTheMost() {
    start("1");
    round(1, 5_000_000_000_000_000_000L, 5_000_000_000_000_000_000L);

    awaitSpent(1_000_000);
    await().atMost(Duration.ofSeconds(20)).until(() -> !completions().isEmpty());
    assertThat(completions()).extracting(CampaignCompleted::views).containsExactly(Long.MAX_VALUE);
  }

  private long count(String table) {
    return one("SELECT count(*) FROM " + table + " WHERE campaign_id = ?", campaign);
  }
}
