package io.clipmeter.tracking.posted;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.post.PostStage;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The schedule as it runs in production, only quicker. Its context ends with it. */
@DirtiesContext
@TestPropertySource(
    properties = {
      "db-scheduler.enabled=true",
      "db-scheduler.polling-interval=100ms",
      "clipmeter.tracking.post.every=1d"
    })
class PostTurnIT extends PostStage {

  @Test
  void anAdminDoesNotWaitForTheNextTurn() {
    eventually(() -> assertThat(putOff()).isOne());
    posted("p-1");
    show("p-1", ID, 10);

    assertThat(service.post(VIDEOS + "/refresh", null).status()).isEqualTo(202);

    eventually(
        () ->
            assertThat(
                    service
                        .get(VIDEOS + "?campaignId=" + campaign.campaignId())
                        .json()
                        .path("items")
                        .size())
                .isOne());
  }

  /** The first turn is over, and the next one is a day away. */
  private int putOff() {
    return jdbc.sql(
            "UPDATE scheduled_tasks SET execution_time = now() + interval '1 day', version ="
                + " version + 1 WHERE task_name = 'clipmeter.tracking.posts' AND NOT picked")
        .update();
  }
}
