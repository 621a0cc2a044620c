package io.clipmeter.earnings.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.bulk.BulkStatement.Result;
import io.clipmeter.earnings.bulk.RunPolicy.Cut;
import io.clipmeter.earnings.bulk.Standing.Pay;
import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.earnings.round.Reading;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunPolicyTest {
  private static final UUID CAMPAIGN = new UUID(0, 7);

  /** B and C can be settled at once, at two prices; P takes the plain way; D is settled. */
  @ParameterizedTest
  @CsvSource({
    "B,    9, 1,   ''",
    "BBB,  9, 123, ''",
    "BBB,  2, 12,  3",
    "BBB,  1, 1,   23",
    "BBC,  9, 12,  3",
    "CBB,  9, 1,   23",
    "BPB,  9, 1,   23",
    "PBB,  9, '',  123",
    "DBB,  9, 23,  ''",
    "BDB,  9, 13,  ''",
    "DPB,  9, '',  23",
    "DD,   9, '',  ''",
  })
  void theFirstThatOnePricePaysAreSettledTogether(
      String rounds, int most, String run, String behind) {
    List<OpenRound> chain = new ArrayList<>();
    Map<UUID, Standing> standing = new HashMap<>();
    for (int number = 1; number <= rounds.length(); number++) {
      OpenRound round = round(number);
      chain.add(round);
      standing.put(round.id(), standing(round.id(), rounds.charAt(number - 1)));
    }

    Cut cut = RunPolicy.cut(chain, standing, most);

    assertThat(cut.run().map(of -> numbers(of.rounds())).orElse("")).isEqualTo(run);
    assertThat(numbers(cut.behind())).isEqualTo(behind);
    assertThat(numbers(cut.open())).isEqualTo(run + behind);
    cut.run().ifPresent(of -> assertThat(of.pay()).isEqualTo(pay(rounds.charAt(first(run)))));
  }

  /** What each round came to; one that lacks a clip has no number. */
  @ParameterizedTest
  @CsvSource({
    "'1,1,1', 3, 2",
    "'1,1,1', 2, 1",
    "'1,1,1', 1, 0",
    "'5,1,1', 5, 0",
    "'0,0,9', 1, 2",
    "'0,9,0', 9, 1",
    "'1,?,1', 9, 1",
    "'?,1,1', 9, 0",
    "'1,1,?', 9, 2",
    "'1',     1, 0",
    "'?',     9, 0",
    "'1,1,1', 99, 2",
    "'9223372036854775807,9223372036854775807,1', 9223372036854775807, 0",
  })
  void ofARefusedRunTheFirstRoundsFitThatLeaveSomething(String totals, long left, int fitting) {
    List<Result> results =
        Stream.of(totals.split(","))
            .map(
                total -> total.equals("?") ? result(false, 0) : result(true, Long.parseLong(total)))
            .toList();
    Run run = new Run(List.of(), new Pay("USD", 1, -1, 1, Long.MAX_VALUE, 0, left, left, left));

    assertThat(RunPolicy.fitting(run, results)).isEqualTo(fitting);
  }

  /** Views of two clips in each round, at 1 micro-unit a view; - is no number. */
  @ParameterizedTest
  @CsvSource({
    "'1 1;2 2;3 3', 9223372036854775807, 0, 7,  123, ''",
    "'1 1;2 2;3 3', 9223372036854775807, 0, 6,  12,  3",
    "'1 1;2 2;3 3', 9223372036854775807, 0, 2,  '',  123",
    "'4 4;1 1;9 9', 9223372036854775807, 0, 9,  12,  3",
    "'9 9;1 1;1 1', 9223372036854775807, 0, 9,  '',  123",
    "'1 1;2 2;3 3', 1,                   0, 3,  123, ''",
    "'1 1;2 2;3 3', 9223372036854775807, 4, 1,  123, ''",
    "'1 1;2 2;3 3', 9223372036854775807, 3, 1,  12,  3",
    "'- -;- 0;0 -', 9223372036854775807, 0, 1,  123, ''",
    "'0 9223372036854775807;1 1', 9223372036854775807, 0, 9223372036854775807, '', 12",
    "'0 9223372036854775807;1 1', 5,     0, 9,  12,  ''",
    "'9000000000000000000 9000000000000000000', 9223372036854775807, 0, 9, '', 1",
  })
  void aRunIsGuessedToEndWhereAllItsClipsAreWorthTheCeiling(
      String views, long cap, long min, long ceiling, String within, String behind) {
    List<OpenRound> rounds = new ArrayList<>();
    for (String ofRound : views.split(";")) {
      OpenRound round = round(rounds.size() + 1);
      for (String one : ofRound.split(" ")) {
        round.add(reading(round, round.readings().size(), one.equals("-") ? null : one));
      }
      rounds.add(round);
    }
    Pay pay = new Pay("USD", 1, -1, 1_000, cap, min, 99, ceiling, 1);
    Optional<Cut> guess =
        RunPolicy.seeminglyWithinBudget(
            new Cut(Optional.of(new Run(rounds, pay)), List.of(round(9))));

    assertThat(guess.map(cut -> numbers(cut.firstRun().rounds())).orElse("")).isEqualTo(within);
    guess.ifPresent(cut -> assertThat(numbers(cut.behind())).isEqualTo(behind + "9"));
  }

  private static Reading reading(OpenRound round, int clip, @Nullable String views) {
    return new Reading(
        round.id(),
        new UUID(2, clip),
        CAMPAIGN,
        views == null ? ReadingOutcome.UNKNOWN : ReadingOutcome.OK,
        views == null ? null : (Long) Long.parseLong(views),
        Instant.EPOCH,
        Source.APIFY);
  }

  private static Result result(boolean whole, long total) {
    return new Result(false, whole, 0, 0, total, 0, 0);
  }

  private static int first(String run) {
    return run.charAt(0) - '1';
  }

  private static String numbers(List<OpenRound> rounds) {
    StringBuilder numbers = new StringBuilder();
    rounds.forEach(round -> numbers.append(Objects.requireNonNull(round.closed()).number()));
    return numbers.toString();
  }

  private static OpenRound round(int number) {
    OpenRound round = new OpenRound(new UUID(1, number), CAMPAIGN);
    round.close(
        new RoundClosed(
            round.id(), CAMPAIGN, number, 1, 1, 0, 0, Instant.EPOCH, Instant.EPOCH, 1L));
    return round;
  }

  private static Standing standing(UUID round, char way) {
    return new Standing(
        round, way == 'D' ? "SETTLED" : null, way == 'P', false, 1L, false, pay(way));
  }

  private static Pay pay(char way) {
    return new Pay("USD", way == 'C' ? 2 : 1, -1, 1, Long.MAX_VALUE, 0, 10, 10, 10);
  }
}
