package io.clipmeter.earnings.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccrualIdsTest {
  private static final long SEED = 11;

  private final AccrualIds ids = new AccrualIds();
  private final Random random = new Random(SEED);

  /** Subscribers know accruals by these ids, of all releases. */
  @Test
  void anIdIsNamedAfterTheRoundAndTheClip() {
    for (int trial = 0; trial < 1_000; trial++) {
      UUID round = new UUID(random.nextLong(), random.nextLong());
      UUID clip = new UUID(random.nextLong(), random.nextLong());

      assertThat(ids.of(round, clip))
          .as("trial %d of seed %d", trial, SEED)
          .isEqualTo(ids.of(round, clip))
          .isEqualTo(named("accrual:" + round + ":" + clip));
    }
  }

  @Test
  void anIdIsTheOneOfTheFirstRelease() {
    assertThat(ids.of(new UUID(0, 0), new UUID(0, 1)))
        .isEqualTo(
            named(
                "accrual:00000000-0000-0000-0000-000000000000:"
                    + "00000000-0000-0000-0000-000000000001"));
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
