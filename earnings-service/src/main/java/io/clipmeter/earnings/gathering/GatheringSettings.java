package io.clipmeter.earnings.gathering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rounds are gathered.
 *
 * @param threads consumers in this instance, 1 to 64; more than there are partitions are idle
 * @param readingsAtOnce about how many readings are settled in one transaction, 1 to 100,000
 * @param roundReadingsMax readings of one round in memory before they go into tables, 1 to
 *     1,000,000
 * @param readingsMax readings in the memory of one consumer before the oldest rounds go into
 *     tables, 1 to 10,000,000; one takes 40 to 80 bytes, and a round by itself as much as 16
 * @param openFor how long, not counting a backlog, a round is kept in memory before it goes into
 *     tables; after a crash as much of the topics is read again
 * @param closedFor how long a round that has closed waits in memory for readings that come after
 *     that; then it is seen to wait
 * @param remembered rounds whose fate a consumer knows without asking, 0 to 1,000,000
 */
@ConfigurationProperties("clipmeter.earnings.gathering")
record GatheringSettings(
    @DefaultValue("2") int threads,
    @DefaultValue("8000") int readingsAtOnce,
    @DefaultValue("50000") int roundReadingsMax,
    @DefaultValue("600000") int readingsMax,
    @DefaultValue("1m") Duration openFor,
    @DefaultValue("3s") Duration closedFor,
    @DefaultValue("10000") int remembered) {
  GatheringSettings {
    require("threads", threads, 1, 64);
    require("readings-at-once", readingsAtOnce, 1, 100_000);
    require("round-readings-max", roundReadingsMax, 1, 1_000_000);
    require("readings-max", readingsMax, 1, 10_000_000);
    require("remembered", remembered, 0, 1_000_000);
    if (openFor.isNegative() || openFor.isZero() || closedFor.isNegative()) {
      throw new IllegalArgumentException(
          "clipmeter.earnings.gathering.open-for must be positive, closed-for not negative");
    }
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "clipmeter.earnings.gathering." + name + " must be " + least + " to " + most);
    }
  }
}
