package io.clipmeter.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.benchmarks.rounds.Campaign.Clip;
import io.clipmeter.benchmarks.rounds.Workload.Size;
import io.clipmeter.testing.Trials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExpectedTest {
  @Test
  void theExpectedSumsAreThoseOfTheServicesPolicy() {
    Trials.of(1_000)
        .check(
            random -> {
              for (Expected expected : RandomWork.from(random).campaigns()) {
                assertThat(accrued(expected))
                    .isEqualTo(new ServicePolicy(expected.campaign()).settleAll());
              }
            });
  }

  @Test
  void everyTenthCampaignEndsInItsLastRound() {
    Workload work = Workload.random(7, new Size(11, 20, 3));

    for (int i = 0; i < work.campaigns().size(); i++) {
      Expected expected = work.campaigns().get(i);
      boolean tenth = i % 10 == 0;
      assertThat(expected.rationed()).isEqualTo(tenth);
      assertThat(expected.completed()).isEqualTo(tenth);
      assertThat(Expected.of(expected.campaign().beforeLastRound()).completed()).isFalse();
    }
  }

  @Test
  void theSameSeedMakesTheSameWork() {
    Size size = new Size(2, 5, 2);

    assertThat(campaigns(Workload.random(3, size))).isEqualTo(campaigns(Workload.random(3, size)));
    assertThat(campaigns(Workload.random(3, size)))
        .isNotEqualTo(campaigns(Workload.random(4, size)));
  }

  private static List<Campaign> campaigns(Workload work) {
    return work.campaigns().stream().map(Expected::campaign).toList();
  }

  private static Map<UUID, Long> accrued(Expected expected) {
    List<Clip> clips = expected.campaign().clips();
    Map<UUID, Long> accrued = new HashMap<>();
    for (int i = 0; i < clips.size(); i++) {
      accrued.put(clips.get(i).id(), expected.accrued(i));
    }
    return accrued;
  }
}
