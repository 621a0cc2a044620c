package io.clipmeter.testing.rules;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyRulesTest {

  private static final String MONEY =
      "package io.clipmeter.money; public record Money(long micros) {}";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "double rate;",
        "Float rate;",
        "double[] rates;",
        "java.util.List<Double> rates;",
        "void pay(double share) {}",
        "Double share() { return null; }",
        "Bonus(float factor) {}",
        "long half(long micros) { return Math.round(micros * 0.5); }",
        "long of(java.math.BigDecimal amount) { return (long) amount.doubleValue(); }",
        "Object parse() { return (java.util.function.Function<String, Object>) Double::valueOf; }"
      })
  void aFractionNearMoneyIsFound(String member) {
    Planted.in(
            folder,
            MONEY,
            """
            package io.clipmeter.earnings.bonus;
            class Bonus { io.clipmeter.money.Money amount; %s }
            """
                .formatted(member))
        .breaks(MoneyRules.moneyKnowsNoFractions(), "Bonus");
  }

  @Test
  void aFractionInsideMoneyIsFound() {
    Planted.in(folder, "package io.clipmeter.money; class Rate { double perView; }")
        .breaks(MoneyRules.moneyKnowsNoFractions(), "perView");
  }

  @Test
  void aFractionFarFromMoneyIsKept() {
    Planted.in(
            folder,
            MONEY,
            "package io.clipmeter.analytics.account; class Engagement { double rate; }",
            """
            package io.clipmeter.earnings.bonus;
            class Bonus {
              io.clipmeter.money.Money amount;
              long half(long micros) { return Math.floorDiv(micros, 2L); }
            }
            """)
        .keeps(MoneyRules.moneyKnowsNoFractions());
  }
}
