package io.clipmeter.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.benchmarks.rounds.Workload.Size;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  @Test
  void oneCampaignHasAsManyRoundsOfTheSameSizeAsSeveral() {
    Workload work = Workload.random(5, new Size(4, 7, 3));

    Workload one = work.inOneCampaign();

    assertThat(one.campaigns()).hasSize(1);
    assertThat(one.rounds()).isEqualTo(12);
    assertThat(one.campaigns().getFirst().campaign().clips()).hasSize(7);
    assertThat(one.observations()).isEqualTo(work.observations());
    assertThat(one.campaignIds()).doesNotContain(work.campaignIds());
  }
}
