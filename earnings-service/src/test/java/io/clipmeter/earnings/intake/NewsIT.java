package io.clipmeter.earnings.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Story;
import io.clipmeter.earnings.sweep.Sweeper;
import io.clipmeter.events.CompletionReason;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** News of a campaign whose settlement fails are taken all the same. */
class NewsIT extends RunningService {
  @Autowired private ApplicationContext service;
  private final UUID campaign = UUID.randomUUID();
  private final UUID clip = UUID.randomUUID();
  private final UUID late = UUID.randomUUID();
  private final UUID round = UUID.randomUUID();
  private final Story story = new Story(campaign);

  @AfterEach
  void mend() {
    jdbc.sql("DROP TRIGGER IF EXISTS broken ON settlement").update();
  }

  @Test
  void aVersionIsTakenThoughItsRoundCannotBeSettled() {
    startWithARoundThatCannotBeSettled("");

    wire.send(story.change(2).budget("200").event());

    eventually("SELECT count(*) FROM campaign WHERE id = ? AND version = 2", campaign);
    settlesOnceMended();
  }

  @Test
  void anApprovalIsTakenThoughItsRoundCannotBeSettled() {
    startWithARoundThatCannotBeSettled("");

    wire.send(story.approved(late, "bob", 0));

    eventually("SELECT count(*) FROM clip WHERE id = ?", late);
    settlesOnceMended();
  }

  @Test
  void aVersionIsTakenThoughOnlyTheCommitWouldTellThatTheRoundCannotBeSettled() {
    startWithARoundThatCannotBeSettled("DEFERRABLE INITIALLY DEFERRED");

    wire.send(story.change(2).ending(CompletionReason.ENDED_BY_TIME).event());

    eventually("SELECT count(*) FROM campaign WHERE id = ? AND version = 2", campaign);
    settlesOnceMended();
  }

  /** As a trigger of the journal's does it that finds a sum not to be what it must. */
  private void startWithARoundThatCannotBeSettled(String when) {
    wire.send(story.changed("100"));
    wire.send(story.approved(clip, "alice", 0));
    eventually("SELECT count(*) FROM clip WHERE id = ?", clip);
    jdbc.sql(
            """
            CREATE OR REPLACE FUNCTION break_settlement() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.campaign_id = '%s' THEN
                    RAISE EXCEPTION 'broken';
                END IF;
                RETURN NULL;
            END $$
            """
                .formatted(campaign))
        .update();
    jdbc.sql(
            "CREATE CONSTRAINT TRIGGER broken AFTER INSERT ON settlement "
                + when
                + " FOR EACH ROW EXECUTE FUNCTION break_settlement()")
        .update();
    wire.send(story.observed(round, clip, 1_000));
    wire.send(story.closed(round, 1, 1, 1));
    eventually("SELECT count(*) FROM round WHERE campaign_id = ? AND status = 'WAITING'", campaign);
  }

  private void settlesOnceMended() {
    assertThat(spent()).isZero();
    mend();

    new Sweeper(service).sweep();

    assertThat(spent()).isEqualTo(2_500_000);
  }

  private long spent() {
    return one("SELECT spent_micros FROM campaign WHERE id = ?", campaign);
  }

  private void eventually(String sql, UUID id) {
    await().atMost(Duration.ofSeconds(30)).until(() -> one(sql, id) == 1);
  }
}
