package io.clipmeter.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrialsTest {

  private static final Pattern REPEAT =
      Pattern.compile("-Dtrials.seed=(-?\\d+) -Dtrials.index=(\\d+)");

  @AfterEach
  void forget() {
    List.of("trials.seed", "trials.index", "trials.scale").forEach(System::clearProperty);
  }

  @Test
  void runsAsOftenAsAsked() {
    assertThat(numbersOf(Trials.of(100))).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void givesTheSameDataForTheSameSeed() {
    assertThat(numbersOf(Trials.of(50).seed(7))).isEqualTo(numbersOf(Trials.of(50).seed(7)));
    assertThat(numbersOf(Trials.of(50).seed(7))).isNotEqualTo(numbersOf(Trials.of(50).seed(8)));
  }

  @Test
  void givesOtherDataInEachRunWithoutASeed() {
    assertThat(numbersOf(Trials.of(5))).isNotEqualTo(numbersOf(Trials.of(5)));
  }

  @Test
  void namesTheSeedAndIndexThatRepeatTheFailure() {
    List<Long> seen = new ArrayList<>();
    var failing = Trials.of(1000);

    assertThatThrownBy(() -> failing.check(random -> refuseMultiplesOf17(random.nextLong(), seen)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a multiple of 17")
        .hasCauseInstanceOf(IllegalStateException.class)
        .satisfies(failure -> repeat(String.valueOf(failure.getMessage())));
    long culprit = seen.getLast();
    assertThat(numbersOf(Trials.of(3))).containsExactly(culprit);
  }

  @Test
  void runsMoreAtNight() {
    System.setProperty("trials.scale", "3");
    assertThat(numbersOf(Trials.of(10))).hasSize(30);
  }

  @Test
  void refusesToTryNothing() {
    assertThatThrownBy(() -> Trials.of(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void refuseMultiplesOf17(long number, List<Long> seen) {
    seen.add(number);
    if (number % 17 == 0) {
      throw new IllegalStateException("a multiple of 17");
    }
  }

  private static void repeat(String message) {
    Matcher named = REPEAT.matcher(message);
    assertThat(named.find()).isTrue();
    System.setProperty("trials.seed", named.group(1));
    System.setProperty("trials.index", named.group(2));
  }

  private static List<Long> numbersOf(Trials trials) {
    List<Long> numbers = new ArrayList<>();
    trials.check(random -> numbers.add(random.nextLong()));
    return numbers;
  }
}
