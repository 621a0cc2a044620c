package io.clipmeter.earnings.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.earnings.RunningService;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class LanesIT extends RunningService {
  private final UUID campaign = UUID.randomUUID();

  @Autowired Lanes lanes;
  @Autowired TransactionTemplate transaction;

  @Test
  void nobodyElseWorksOnACampaignUntilItsHolderCommits() {
    transaction.executeWithoutResult(status -> lanes.hold(List.of(campaign)));

    transaction.executeWithoutResult(
        status -> {
          lanes.hold(List.of(campaign));
          assertThatThrownBy(() -> elsewhere(campaign))
              .rootCause()
              .hasMessageContaining("lock timeout");
          assertThat(elsewhere(UUID.randomUUID())).isTrue();
        });

    assertThat(elsewhere(campaign)).isTrue();
  }

  /** Takes the lane in a transaction of its own, without much patience. */
  private boolean elsewhere(UUID id) {
    return CompletableFuture.supplyAsync(
            () -> {
              transaction.executeWithoutResult(
                  status -> {
                    jdbc.sql("SET LOCAL lock_timeout = '200ms'").update();
                    lanes.hold(List.of(id));
                  });
              return true;
            })
        .join();
  }
}
