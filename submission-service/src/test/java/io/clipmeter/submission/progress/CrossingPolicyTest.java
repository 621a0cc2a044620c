package io.clipmeter.submission.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Amount;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.submission.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossingPolicyTest {
  private static final UUID CAMPAIGN = new UUID(0, 1);

  @ParameterizedTest(name = "at {0} comes {1}: told of {2}, now at {3}")
  @CsvSource({
    "0, 0, , 0",
    "0, 50, 50, 50",
    "50, 50, , 50",
    "0, 50 50 80, 50 80, 80",
    "50, 95, 95, 95",
    "95, 100 100, 100, 100",
    "95, 50, , 50",
    "95, 50 50 80, 80, 80",
    "50, 0 50, 50, 50"
  })
  void aThresholdIsToldWhenItIsReachedAndNotAgain(
      int before, String told, @Nullable String crossed, int after) {
    List<BudgetSpent> events = Stream.of(told.split(" ")).map(CrossingPolicyTest::at).toList();

    CrossingPolicy.Outcome outcome = CrossingPolicy.of(Map.of(CAMPAIGN, before), events);

    assertThat(outcome.crossings().stream().map(e -> String.valueOf(e.alertPercent())).toList())
        .isEqualTo(crossed == null ? List.of() : List.of(crossed.split(" ")));
    assertThat(outcome.reached()).isEqualTo(Map.of(CAMPAIGN, after));
  }

  @ParameterizedTest
  @CsvSource({"50, 80", "80, 50"})
  void campaignsAreNotComparedWithEachOther(String mine, String others) {
    UUID other = new UUID(0, 2);
    List<BudgetSpent> events = new ArrayList<>(List.of(at(mine), at(others, other)));

    assertThat(CrossingPolicy.of(Map.of(), events).crossings()).isEqualTo(events);
  }

  private static BudgetSpent at(String percent) {
    return at(percent, CAMPAIGN);
  }

  private static BudgetSpent at(String percent, UUID campaign) {
    int reached = Integer.parseInt(percent);
    return new BudgetSpent(
        campaign,
        new Amount("100", "USD"),
        new Amount(percent, "USD"),
        new Amount(String.valueOf(100 - reached), "USD"),
        UUID.randomUUID(),
        false,
        Said.NOON,
        reached == 0 ? null : reached);
  }
}
