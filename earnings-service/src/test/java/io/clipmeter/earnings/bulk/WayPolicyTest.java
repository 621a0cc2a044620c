package io.clipmeter.earnings.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.bulk.Standing.Pay;
import io.clipmeter.earnings.bulk.WayPolicy.Way;
import io.clipmeter.events.RoundClosed;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WayPolicyTest {
  private static final UUID ID = new UUID(0, 1);
  private static final Pay PAY = pay(1);

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            "ordinary", closed(2, 3L), standing(null, false, false, 3L, false, PAY), Way.BULK),
        Arguments.of(
            "a newer version is known",
            closed(2, 3L),
            standing(null, false, false, 4L, false, PAY),
            Way.BULK),
        Arguments.of(
            "says no version",
            closed(2, null),
            standing(null, false, false, 0L, false, PAY),
            Way.BULK),
        Arguments.of(
            "version not heard of",
            closed(2, 3L),
            standing(null, false, false, 2L, false, PAY),
            Way.PLAIN),
        Arguments.of(
            "campaign not heard of",
            closed(2, 3L),
            standing(null, false, false, null, false, null),
            Way.PLAIN),
        Arguments.of(
            "no clips", closed(0, 3L), standing(null, false, false, 3L, false, PAY), Way.PLAIN));
  }

  static Stream<Arguments> inTheTables() {
    return Stream.of(
        Arguments.of(
            "a part is in the tables",
            closed(2, 3L),
            standing(null, true, false, 3L, false, PAY),
            Way.PLAIN),
        Arguments.of(
            "another waits before it",
            closed(2, 3L),
            standing(null, false, true, 3L, false, PAY),
            Way.PLAIN),
        Arguments.of(
            "over or ending",
            closed(2, 3L),
            standing(null, false, false, 3L, true, PAY),
            Way.PLAIN),
        Arguments.of(
            "nothing left",
            closed(2, 3L),
            standing(null, false, false, 3L, false, pay(0)),
            Way.PLAIN),
        Arguments.of(
            "waits in the tables",
            closed(2, 3L),
            standing("WAITING", false, true, 3L, false, PAY),
            Way.PLAIN),
        Arguments.of(
            "held", closed(2, 3L), standing("HELD", true, true, 3L, false, PAY), Way.PLAIN),
        Arguments.of(
            "settled", closed(2, 3L), standing("SETTLED", false, false, 3L, false, PAY), Way.DONE),
        Arguments.of(
            "came too late",
            closed(2, 3L),
            standing("AFTER_COMPLETION", true, false, 3L, true, PAY),
            Way.DONE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"cases", "inTheTables"})
  void theWayOfARound(String name, RoundClosed round, Standing standing, Way way) {
    assertThat(WayPolicy.of(round, standing)).as(name).isEqualTo(way);
  }

  private static RoundClosed closed(int clips, @Nullable Long version) {
    return new RoundClosed(ID, ID, 1, clips, clips, 0, 0, Instant.EPOCH, Instant.EPOCH, version);
  }

  private static Standing standing(
      @Nullable String status,
      boolean kept,
      boolean waiting,
      @Nullable Long version,
      boolean over,
      @Nullable Pay pay) {
    return new Standing(ID, status, kept, waiting, version, over, pay);
  }

  private static Pay pay(long left) {
    return new Pay("USD", 1, -1, 1, Long.MAX_VALUE, 0, 10, 10, left);
  }
}
