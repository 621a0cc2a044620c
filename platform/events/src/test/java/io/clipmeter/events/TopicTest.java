package io.clipmeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "CAMPAIGNS, clipping.campaigns.v1, compacted, P30D, internal",
    "SUBMISSIONS, clipping.submissions.v1, aged, P30D, internal",
    "VIDEOS, clipping.videos.v1, compacted, , internal",
    "CREATORS, clipping.creators.v1, compacted, , internal",
    "VIEW_UPDATES, clipping.view-updates.v1, aged, P30D, public",
    "CLIP_VIEWS, clipping.clip-views.v1, compacted, , public",
    "TRACKING_ROUNDS, clipping.tracking-rounds.v1, aged, P30D, internal",
    "EARNINGS, clipping.earnings.v1, aged, P90D, internal",
    "BUDGETS, clipping.budgets.v1, compacted, , internal",
    "CAMPAIGN_COMPLETIONS, clipping.campaign-completions.v1, aged, , public",
    "PAYOUTS, clipping.payouts.v1, aged, P90D, internal"
  })
  void isNamedAndKeptAsPromised(
      Topic topic, String name, String cleanup, @Nullable Duration kept, String audience) {
    assertThat(topic.topicName()).isEqualTo(name);
    assertThat(topic.compacted()).isEqualTo(cleanup.equals("compacted"));
    assertThat(topic.retention()).isEqualTo(Optional.ofNullable(kept));
    assertThat(topic.isPublic()).isEqualTo(audience.equals("public"));
  }

  @Test
  void hasANameOfItsOwn() {
    assertThat(Arrays.stream(Topic.values()).map(Topic::topicName))
        .doesNotHaveDuplicates()
        .hasSize(11);
  }
}
